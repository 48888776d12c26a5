import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Attendance
from meetings.moving import come, note_quorum
from meetings.presence import on_the_list


@act
def note_arrival(
    attendance: Attendance, *, by: Person, remote: bool = False, at: dt.datetime | None = None
) -> Attendance:
    """Note that somebody comes in, or comes back.

    Args:
        attendance: a row of the list, or one made by ``presence.place_of`` for somebody in
            office who is not on it yet.
    """
    at = at or timezone.now()
    attendance = on_the_list(attendance)
    require(by, "meetings.note_arrival", attendance)
    come(attendance, at=at, remote=remote)
    facts = note_quorum(attendance.meeting, at=at)
    record("meetings.note_arrival", attendance, by=by, at=at, remote=remote, **facts)
    return attendance
