import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.letters import tell_committee
from meetings.models import Meeting


@act
def call_meeting(meeting: Meeting, *, by: Person, at: dt.datetime | None = None) -> Meeting:
    """Announce a meeting: the public sees its date, the committee is invited by mail."""
    at = at or timezone.now()
    meeting.refresh_from_db()
    require(by, "meetings.call_meeting", meeting)
    move(meeting, "call_meeting", called_at=at)
    record("meetings.call_meeting", meeting, by=by, at=at)
    tell_committee(meeting, "call_meeting")
    return meeting
