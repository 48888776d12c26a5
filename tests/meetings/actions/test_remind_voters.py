import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event, Mail, Person
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, remind_voters
from tests.factories import NINE
from tests.votes import vote_on

IN_A_WEEK = dt.timedelta(days=7)


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben, closes_at=timezone.now() + IN_A_WEEK)


def test_those_who_have_not_voted_are_reminded_once(vote, ben, chloe, dev):
    cast_ballot(vote, by=chloe, choice="A")
    clock = Person.objects.clock()

    remind_voters(vote, by=clock, at=NINE)

    reminders = Mail.objects.filter(key__startswith="remind_voters")
    assert set(reminders.values_list("to", flat=True)) == {ben.email, dev.email}
    assert "/ballot/" in reminders.first().body
    assert (vote.reminded_at, Event.objects.last().act) == (NINE, "meetings.remind_voters")
    with pytest.raises(Refused, match="its reminder is sent"):
        remind_voters(vote, by=clock)
    assert reminders.count() == 2


def test_only_the_system_reminds(vote, ed):
    with pytest.raises(NotPermitted, match="The system reminds"):
        remind_voters(vote, by=ed)


def test_a_vote_in_the_room_has_no_reminder(meeting, ben):
    with pytest.raises(Refused, match="not open by correspondence"):
        remind_voters(vote_on(meeting, by=ben), by=Person.objects.clock())
