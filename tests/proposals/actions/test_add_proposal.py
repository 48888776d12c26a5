import pytest

from committee.models import Event, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import add_proposal
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def lab():
    return Organisation.objects.get(short_name="Lab")


def test_add_proposal_under_its_title(lab, ed):
    proposal = add_proposal(
        by=ed, title="Knife crime, four weeks", submitting_body=lab, kind="predictive", at=NINE
    )

    assert (proposal.slug, proposal.title) == (
        "knife-crime-four-weeks",
        "Knife crime, four weeks",
    )
    assert (proposal.submitting_body, proposal.kind, proposal.is_public) == (
        lab,
        "predictive",
        False,
    )
    assert [alias.normalised for alias in proposal.aliases.all()] == ["knife crime four weeks"]
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.add_proposal", NINE)


def test_a_name_is_not_entered_twice(lab, ed):
    add_proposal(by=ed, title="IOM model", submitting_body=lab)

    with pytest.raises(Refused, match="“IOM model” is known by that name already"):
        add_proposal(by=ed, title="The IOM Model".removeprefix("The "), submitting_body=lab)


def test_an_address_is_used_once(lab, ed):
    titles = ["Crime & harm", "Crime: harm?", "Crime, harm (2)"]

    slugs = [
        add_proposal(by=ed, title=f"{title}{number}", submitting_body=lab).slug
        for number, title in enumerate([*titles, "…"])
    ]

    assert len(set(slugs)) == 4


@pytest.mark.parametrize(("name", "allowed"), [("amina", True), ("ed", True)])
def test_secretariat_and_the_body_itself_add(lab, name, allowed, request):
    assert add_proposal(by=request.getfixturevalue(name), title="New", submitting_body=lab)


def test_another_body_does_not(amina):
    other = Organisation.objects.get(short_name="NDAS")

    with pytest.raises(NotPermitted, match="belongs to another body"):
        add_proposal(by=amina, title="New", submitting_body=other)


@pytest.mark.parametrize("name", ["ben", "chloe", "gus"])
def test_who_may_not_add_proposals(lab, name, request):
    with pytest.raises(NotPermitted, match="submitting bodies"):
        add_proposal(by=request.getfixturevalue(name), title="New", submitting_body=lab)
