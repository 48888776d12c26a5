"""What the secretary of a committee new to the site is led to first."""

import pytest

from committee.models import Organisation, TermsOfReference
from meetings.beginning import items
from proposals.actions import draft_letter, record_decision
from proposals.models import Advice
from tests.factories import MeetingFactory, PaperFactory, appoint

pytestmark = pytest.mark.django_db


def texts(person):
    return [item.text for item in items(person)]


def test_an_empty_site_asks_for_people_addresses_terms_and_a_meeting(ed):
    assert texts(ed) == [
        "Add the people and appoint them",
        "Enter the e-mail addresses of the offices",
        "Check the name and the terms of reference",
        "Plan the first meeting",
    ]


def test_each_step_goes_once_it_is_taken(ed):
    appoint("member")
    assert texts(ed)[0] == "Appoint a chair"

    appoint("chair")
    Organisation.objects.update(email="office@example.org")
    TermsOfReference.objects.update(quorum_at_least=3, voting_rule="majority")
    MeetingFactory(state="planned")

    assert texts(ed) == []


def test_who_has_held_a_meeting_is_no_beginner(ed):
    MeetingFactory(state="closed")

    assert texts(ed) == []


def test_a_letter_that_cannot_be_sent_asks_for_addresses_at_any_time(ed):
    MeetingFactory(state="closed")
    advice = Advice.objects.create(heading="Vehicle theft")
    record_decision([PaperFactory()], by=ed, advice=advice, result="not_asked")
    draft_letter(advice, by=ed)

    assert texts(ed) == ["Enter the e-mail addresses of the offices"]


def test_it_is_the_secretary_who_begins(chloe):
    assert texts(chloe) == []
