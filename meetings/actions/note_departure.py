import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Attendance
from meetings.moving import go, note_quorum


@act
def note_departure(
    attendance: Attendance, *, by: Person, at: dt.datetime | None = None
) -> Attendance:
    """Note that somebody leaves before the end."""
    at = at or timezone.now()
    attendance.refresh_from_db()
    require(by, "meetings.note_departure", attendance)
    go(attendance, at=at)
    facts = note_quorum(attendance.meeting, at=at)
    record("meetings.note_departure", attendance, by=by, at=at, **facts)
    return attendance
