import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.models import Meeting


@act
def start_meeting(meeting: Meeting, *, by: Person, at: dt.datetime | None = None) -> Meeting:
    """Open a meeting: from now on lines are written and votes are taken."""
    at = at or timezone.now()
    meeting.refresh_from_db()
    require(by, "meetings.start_meeting", meeting)
    move(meeting, "start_meeting", started_at=at)
    record("meetings.start_meeting", meeting, by=by, at=at)
    return meeting
