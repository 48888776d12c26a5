import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.actions.draft_minutes import draft_minutes
from meetings.actions.finish_item import finish_item
from meetings.models import Meeting


@act
def close_meeting(meeting: Meeting, *, by: Person, at: dt.datetime | None = None) -> Meeting:
    """End a meeting, once every paper is decided, and begin its minutes."""
    at = at or timezone.now()
    meeting.refresh_from_db()
    require(by, "meetings.close_meeting", meeting)
    if on := meeting.item_on():
        finish_item(on, by=by, at=at)
    move(meeting, "close_meeting", closed_at=at)
    record("meetings.close_meeting", meeting, by=by, at=at)
    draft_minutes(meeting, by=by, at=at)
    return meeting
