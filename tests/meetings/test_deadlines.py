"""The meetings for which papers can be meant."""

import datetime as dt

import pytest
from django.utils import timezone

from committee.models import TermsOfReference
from meetings.actions import revise_meeting
from proposals.deadlines import coming_meetings, is_late
from tests.factories import MeetingFactory, PaperFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def meeting_in(days, **facts):
    return MeetingFactory(on=TODAY + dt.timedelta(days=days), **facts)


def test_those_that_have_not_begun_soonest_first():
    meeting_in(40, state="planned")
    meeting_in(20, state="called")
    meeting_in(0, state="under_way")
    meeting_in(9, state="cancelled")
    meeting_in(-9, state="planned")

    days = [((one.on - TODAY).days, one.is_called) for one in coming_meetings()]

    assert days == [(20, True), (40, False)]


def test_papers_are_due_as_many_days_before_as_the_terms_say():
    meeting_in(20, state="called")
    assert [(one.due_on, one.days_left) for one in coming_meetings()] == [(None, None)]
    TermsOfReference.objects.update(paper_deadline_days=14)

    (meeting,) = coming_meetings()

    assert (meeting.due_on, meeting.days_left) == (TODAY + dt.timedelta(days=6), 6)
    noon = timezone.make_aware(dt.datetime.combine(meeting.due_on, dt.time(23, 59)))
    assert not is_late(meeting, noon)
    assert is_late(meeting, noon + dt.timedelta(minutes=1))


def test_papers_go_with_a_meeting_that_is_moved(ed):
    meeting = meeting_in(20, state="planned")
    paper = PaperFactory(state="draft", wanted_meeting=meeting.slug)

    revise_meeting(meeting, by=ed, on=TODAY + dt.timedelta(days=27))

    paper.refresh_from_db()
    assert paper.wanted_meeting == meeting.slug == f"{TODAY + dt.timedelta(days=27)}"
