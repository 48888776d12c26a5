import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import approve_advice, rule_on_recommendation
from proposals.models import Ruling
from tests.factories import NINE, PaperFactory
from tests.ledger import advice_on, undertaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return PaperFactory()


@pytest.fixture
def advice(paper):
    lines = [("recommendation", "Share it better."), ("comment", "Well made.")]
    return advice_on(paper, "B", *lines)


@pytest.fixture
def asked(paper):
    return undertaken(paper)


def test_a_ruling_waits_for_the_approval_of_its_advice(advice, asked, ed):
    said = {"verdict": "closes", "reason": "Shown.", "differing_views": "Some saw it otherwise."}

    ruling = rule_on_recommendation(advice, asked, by=ed, at=NINE, **said)

    assert (ruling.verdict, ruling.in_force_at) == ("closes", None)
    assert ruling.differing_views == "Some saw it otherwise."
    asked.refresh_from_db()
    assert asked.state == "open"
    event = Event.objects.get()
    assert event.facts == {"advice": advice.pk, "verdict": "closes", "reason": "Shown."}


def test_the_last_word_counts_and_may_be_taken_back(advice, asked, ed):
    rule_on_recommendation(advice, asked, by=ed, verdict="closes")
    rule_on_recommendation(advice, asked, by=ed, verdict="keeps")
    assert Ruling.objects.get().verdict == "keeps"

    assert rule_on_recommendation(advice, asked, by=ed, verdict="") is None
    assert not Ruling.objects.exists()


@pytest.mark.parametrize("line", [None, "comment", "other"])
def test_only_a_numbered_line_of_the_same_advice_takes_its_place(advice, asked, ed, line, paper):
    lines = {None: None, "comment": advice.lines.get(kind="comment")}
    lines["other"] = advice_on(paper, "A", ("condition", "Of another.")).lines.get()

    with pytest.raises(Refused):
        rule_on_recommendation(advice, asked, by=ed, verdict="replaces", replaced_by=lines[line])


def test_what_is_closed_is_not_ruled_on(advice, asked, ed):
    type(asked).objects.update(state="closed")

    with pytest.raises(Refused, match="is closed"):
        rule_on_recommendation(advice, asked, by=ed, verdict="keeps")


def test_another_advice_may_have_closed_it_meanwhile(advice, asked, ed, ben, paper):
    other = advice_on(paper, "A")
    for one in (advice, other):
        rule_on_recommendation(one, asked, by=ed, verdict="closes")

    approve_advice(advice, by=ben, at=NINE)
    approve_advice(other, by=ben, at=NINE)

    assert Ruling.objects.filter(in_force_at=None).get().advice == other


def test_approved_advice_rules_no_more(advice, asked, ed, ben):
    approve_advice(advice, by=ben)

    with pytest.raises(NotPermitted, match="it can no longer change"):
        rule_on_recommendation(advice, asked, by=ed, verdict="closes")


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_does_not_write_advice(advice, asked, name, request):
    with pytest.raises(NotPermitted, match="write advice"):
        rule_on_recommendation(advice, asked, by=request.getfixturevalue(name), verdict="keeps")
