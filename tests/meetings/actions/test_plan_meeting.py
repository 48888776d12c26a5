import datetime as dt

import pytest

from committee.models import CommitteeName, Event, TermsOfReference
from meetings.actions import plan_meeting
from meetings.models import Meeting
from tests.factories import DAY
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

TEN, ONE = dt.time(10), dt.time(13)


def test_plan_meeting_puts_it_in_the_diary(ed):
    meeting = plan_meeting(by=ed, on=DAY, title="Spring", starts_at=TEN, ends_at=ONE, venue="Hall")

    meeting.refresh_from_db()
    assert (meeting.slug, meeting.state, meeting.precision) == ("2026-03-02", "planned", "day")
    assert (meeting.title, meeting.venue) == ("Spring", "Hall")
    assert (meeting.starts_at, meeting.ends_at) == (TEN, ONE)
    assert meeting.terms == TermsOfReference.objects.get()
    assert last_event() == ("meetings.plan_meeting", "Ed Secretary", {"on": "2026-03-02"})


def test_plan_meeting_starts_the_agenda(ed):
    meeting = plan_meeting(by=ed, on=DAY, starts_at=TEN, ends_at=ONE)

    printed = list(meeting.items.values_list("number", "kind", "title", "starts_at"))
    assert printed == [
        ("1", "welcome", "Welcome", TEN),
        ("2", "apologies", "Apologies", None),
        ("3", "declarations", "Declarations of interest", None),
        ("4", "last_minutes", "Minutes of the last meeting", None),
        ("5", "actions_update", "Update on actions", None),
        ("6", "other_business", "Any other business", None),
        (None, "close", "Close", ONE),
    ]


def test_plan_meeting_gives_a_second_one_of_the_day_an_address_of_its_own(ed):
    slugs = [plan_meeting(by=ed, on=DAY).slug for _ in range(3)]

    assert slugs == ["2026-03-02", "2026-03-02-2", "2026-03-02-3"]


def test_plan_meeting_keeps_the_name_the_committee_has(ed):
    CommitteeName.objects.update_or_create(since=dt.date(2000, 1, 1), defaults={"name": "Panel"})
    CommitteeName.objects.filter(since__gt=dt.date(2000, 1, 1)).delete()

    assert plan_meeting(by=ed, on=DAY).committee_name == "Panel"


def test_plan_meeting_without_a_name_for_the_committee(ed):
    CommitteeName.objects.all().delete()

    assert plan_meeting(by=ed, on=DAY).committee_name is None


@OTHERS
def test_plan_meeting_is_for_the_secretariat(request, who, ed):
    assert_not_theirs(plan_meeting, by=request.getfixturevalue(who), on=DAY)


def test_plan_meeting_undoes_everything_when_the_record_cannot_be_written(ed, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        plan_meeting(by=ed, on=DAY)

    assert Meeting.objects.count() == 0
