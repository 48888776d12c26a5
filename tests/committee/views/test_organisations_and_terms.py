"""The pages on which the secretariat keeps organisations, the name and the terms."""

import datetime as dt

import pytest
from django.urls import reverse

from committee.forms.terms import initial_from
from committee.models import CommitteeName, Organisation, TermsOfReference
from tests.factories import MeetingFactory

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"committee:{name}", args=args)


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def typed(**changes):
    """What the form of the terms would send: version 1 with ``changes``."""
    first = initial_from(TermsOfReference.objects.get(version=1))
    return {
        name: value
        for name, value in (first | {"in_force_from": "2025-01-01"} | changes).items()
        if value is not None
    }


def test_organisations_are_added_and_changed(secretary):
    secretary.post(page("add_organisation"), {"name": "Violence Reduction Unit"})
    body = Organisation.objects.get(name="Violence Reduction Unit")

    secretary.post(
        page("revise_organisation", body.pk), {"name": body.name, "is_submitting_body": "on"}
    )

    assert Organisation.objects.get(pk=body.pk).is_submitting_body
    assert body.name in secretary.get(page("manage_organisations")).content.decode()


def test_an_office_says_for_whom_it_answers(secretary):
    body = Organisation.objects.get(short_name="OPCC")
    body.email = "office@example.org"
    body.save()
    sent = {"name": body.name, "receives_advice": "on", "email": body.email}
    sent |= {"advice_addressee": "The Commissioner", "answers_for": "office"}

    secretary.post(page("revise_organisation", body.pk), sent)

    assert Organisation.objects.get(pk=body.pk).answers_for == "office"
    assert "answers for: The PCC" in secretary.get(page("manage_organisations")).content.decode()


def test_who_receives_advice_needs_an_address(secretary):
    sent = {"name": "New office", "receives_advice": "on", "advice_addressee": "The Mayor"}

    response = secretary.post(page("add_organisation"), sent)

    assert "Say where the letters go." in response.content.decode()


def test_the_form_of_new_terms_holds_the_last_version(secretary):
    body = secretary.get(page("adopt_terms")).content.decode()

    assert "It requests more information from the Lab in order to be able to advise" in body


def test_new_terms_may_leave_every_rule_open(secretary):
    secretary.post(page("adopt_terms"), typed())

    terms = TermsOfReference.objects.get(version=2)
    rules = terms.quorum, terms.voting_rule, terms.chair_has_casting_vote, terms.publication_rule
    assert rules == (None, None, None, None)
    assert terms.options.count() == 5


def test_new_terms_may_set_every_rule(secretary):
    rules = {
        "quorum_at_least": 5,
        "quorum_numerator": 1,
        "quorum_denominator": 3,
        "voting_rule": "majority",
        "chair_has_casting_vote": "no",
        "paper_deadline_days": 14,
        "publication_rule": "Within four weeks.",
        "wording_A": "Go on.",
        "provenance_A": "adopted",
    }

    secretary.post(page("adopt_terms"), typed(**rules))

    terms = TermsOfReference.objects.get(version=2)
    assert terms.quorum.of(18) == 6
    assert (terms.voting_rule, terms.chair_has_casting_vote) == ("majority", False)
    assert terms.options.get(letter="A").wording == "Go on."


@pytest.mark.parametrize(
    ("share", "error"),
    [
        ({"quorum_numerator": 1}, "A share needs both numbers"),
        ({"quorum_numerator": 3, "quorum_denominator": 2}, "A share is at most everybody"),
    ],
)
def test_a_wrong_share_is_explained(secretary, share, error):
    response = secretary.post(page("adopt_terms"), typed(**share))

    assert error in response.content.decode()
    assert TermsOfReference.objects.count() == 1


def test_a_version_nobody_used_is_corrected(secretary):
    secretary.post(page("revise_terms", 1), typed(source="Found it"))

    assert TermsOfReference.objects.get().source == "Found it"


def test_a_used_version_is_not_corrected(secretary):
    MeetingFactory()

    response = secretary.post(page("revise_terms", 1), typed())

    assert "Adopt a new version instead" in response.content.decode()
    assert "no longer changes" in secretary.get(page("manage_terms")).content.decode()


def test_the_committee_is_renamed(secretary):
    secretary.post(page("rename_committee"), {"name": "Ethics Panel", "since": "2025-01-01"})

    assert str(CommitteeName.objects.on(dt.date(2025, 1, 1))) == "Ethics Panel"


@pytest.mark.parametrize(
    "name",
    ["add_organisation", "adopt_terms", "rename_committee", "manage_terms", "manage_organisations"],
)
def test_every_page_opens(secretary, name):
    assert secretary.get(page(name)).status_code == 200
