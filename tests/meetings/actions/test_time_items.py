import datetime as dt

import pytest

from committee.refusals import Refused
from meetings.actions import plan_meeting, time_items
from tests.factories import DAY, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_time_items_works_out_when_each_begins(ed):
    meeting = plan_meeting(by=ed, on=DAY, starts_at=dt.time(10))
    keys = list(meeting.items.values_list("pk", flat=True))

    time_items(meeting, by=ed, minutes={keys[0]: 5, keys[2]: 70})

    times = [f"{item.starts_at:%H:%M}" for item in meeting.items.all()]
    assert times == ["10:00", "10:05", "10:05", "11:15", "11:15", "11:15", "11:15"]
    assert last_event() == ("meetings.time_items", "Ed Secretary", {"minutes": 75})


def test_time_items_needs_to_know_when_the_meeting_begins(ed):
    with pytest.raises(Refused, match="Say first when the meeting begins"):
        time_items(MeetingFactory(), by=ed, minutes={})


@OTHERS
def test_time_items_is_for_the_secretariat(request, who, db):
    person = request.getfixturevalue(who)

    assert_not_theirs(time_items, MeetingFactory(), by=person, minutes={})
