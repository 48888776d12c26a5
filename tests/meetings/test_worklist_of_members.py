"""What awaits members: the papers of the next meeting, and draft minutes."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.worklist import papers_to_read
from meetings.worklist_of_minutes import drafts_to_read
from tests.factories import MeetingFactory, item_with_paper


@pytest.fixture
def coming(db):
    on = timezone.localdate() + dt.timedelta(days=9)
    meeting = MeetingFactory(on=on, slug="coming", state="called")
    item_with_paper(meeting)
    item_with_paper(meeting)
    return meeting


def test_papers_await_members_and_not_others(coming, chloe, ed, amina, gus):
    (item,) = papers_to_read(chloe)

    assert item.text == f"Read the 2 papers for {coming.date_text}"
    assert item.due == coming.on
    assert papers_to_read(ed) == papers_to_read(amina) == papers_to_read(gus) == []


def test_a_meeting_without_papers_or_not_called_asks_nothing(chloe):
    on = timezone.localdate() + dt.timedelta(days=9)
    MeetingFactory(on=on, slug="no-papers", state="called")
    item_with_paper(MeetingFactory(on=on, slug="not-called", state="planned"))

    assert papers_to_read(chloe) == []


def test_issued_drafts_await_members(issued, chloe, ed):
    (item,) = drafts_to_read(chloe)

    assert item.text == f"Check the draft minutes of {issued.meeting.date_text}"
    assert drafts_to_read(ed) == []
