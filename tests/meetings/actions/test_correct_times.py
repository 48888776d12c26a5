import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import (
    approve_minutes,
    close_meeting,
    correct_times,
    issue_draft_minutes,
)
from meetings.reviewing import is_changed
from tests.factories import NINE, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

HOUR = dt.timedelta(hours=1)
TIMES = {"opened": dt.time(9, 5), "closed": dt.time(12, 40)}


@pytest.fixture
def closed(meeting, ed):
    return close_meeting(meeting, by=ed, at=NINE + 3 * HOUR)


def test_correct_times_changes_when_a_meeting_opened_and_closed(closed, ed):
    correct_times(closed, by=ed, **TIMES)

    minutes = dt.timedelta(minutes=1)
    assert closed.started_at == NINE + 5 * minutes
    assert closed.closed_at == NINE + 3 * HOUR + 40 * minutes
    assert last_event() == (
        "meetings.correct_times",
        "Ed Secretary",
        {"started_at": "2026-03-02T09:05:00+00:00", "closed_at": "2026-03-02T12:40:00+00:00"},
    )


def test_correct_times_without_a_change_leaves_no_trace(closed, ed):
    before = Event.objects.count()

    correct_times(closed, by=ed, opened=dt.time(9), closed=dt.time(12))

    assert Event.objects.count() == before


def test_correct_times_makes_another_text_of_an_issued_draft(closed, ed, ben):
    version = issue_draft_minutes(closed.minutes.get(), by=ed)
    assert not is_changed(version)

    correct_times(closed, by=ed, **TIMES)

    version = closed.minutes.get()
    assert is_changed(version)
    with pytest.raises(Refused, match="issue it again"):
        approve_minutes(version, by=ben)


def test_correct_times_ends_with_approval(closed, ed, ben):
    approve_minutes(issue_draft_minutes(closed.minutes.get(), by=ed), by=ben)

    with pytest.raises(NotPermitted, match="The chair has approved these minutes"):
        correct_times(closed, by=ed, **TIMES)


def test_correct_times_waits_for_the_close(meeting, ed):
    with pytest.raises(NotPermitted, match="Close the meeting first"):
        correct_times(meeting, by=ed, **TIMES)


def test_correct_times_leaves_those_of_a_record_alone(ed):
    loaded = MeetingFactory(state="closed", starts_at=dt.time(9))

    with pytest.raises(NotPermitted, match="its times are those of its record"):
        correct_times(loaded, by=ed, **TIMES)


@OTHERS
def test_correct_times_is_for_the_secretariat(request, who, closed):
    assert_not_theirs(correct_times, closed, by=request.getfixturevalue(who), **TIMES)
