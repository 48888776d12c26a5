import datetime as dt

import pytest

from committee.models import Event, Mail
from committee.refusals import Refused
from meetings.actions import call_meeting, plan_meeting, revise_meeting
from tests.factories import DAY, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

LATER = dt.date(2026, 4, 9)


def test_revise_meeting_changes_what_is_given(ed):
    meeting = plan_meeting(by=ed, on=DAY, title="Spring", venue="Hall")

    revise_meeting(meeting, by=ed, venue="Room 2", title="Spring")

    assert (meeting.venue, meeting.title, meeting.slug) == ("Room 2", "Spring", "2026-03-02")
    assert last_event() == ("meetings.revise_meeting", "Ed Secretary", {"changed": ["venue"]})


def test_revise_meeting_moves_its_address_with_its_date(ed):
    MeetingFactory(on=LATER)
    meeting = plan_meeting(by=ed, on=DAY)

    revise_meeting(meeting, by=ed, on=LATER)

    assert (meeting.on, meeting.slug) == (LATER, "2026-04-09-2")


def test_revise_meeting_without_a_change_leaves_no_trace(ed):
    meeting = plan_meeting(by=ed, on=DAY, venue="Hall")
    before = Event.objects.count()

    revise_meeting(meeting, by=ed, venue="Hall", on=DAY)

    assert Event.objects.count() == before


def test_revise_meeting_tells_the_committee_once_it_is_called(ed, chloe):
    meeting = call_meeting(plan_meeting(by=ed, on=DAY), by=ed)
    Mail.objects.all().delete()

    revise_meeting(meeting, by=ed, on=LATER)
    revise_meeting(meeting, by=ed, title="A title is nobody's business")
    revise_meeting(meeting, by=ed, venue="Hall")

    told = list(Mail.objects.filter(to=chloe.email).values_list("subject", flat=True))
    assert told == ["Meeting on 9 April 2026: date, time or place has changed"] * 2


def test_revise_meeting_under_way_keeps_its_date(ed, meeting):
    with pytest.raises(Refused, match=r"The date of a meeting under way is today's."):
        revise_meeting(meeting, by=ed, on=LATER)


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_revise_meeting_refuses_one_that_is_over(ed, state):
    meeting = MeetingFactory(state=state)

    with pytest.raises(Refused, match=f"This meeting is {state}."):
        revise_meeting(meeting, by=ed, venue="Hall")


@OTHERS
def test_revise_meeting_is_for_the_secretariat(request, who, db):
    person = request.getfixturevalue(who)

    assert_not_theirs(revise_meeting, MeetingFactory(), by=person, venue="Hall")
