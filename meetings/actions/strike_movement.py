import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Attendance
from meetings.moving import note_quorum, take_back
from meetings.retelling import retell_quorum


@act
def strike_movement(
    attendance: Attendance, *, by: Person, movement: int, at: dt.datetime | None = None
) -> Attendance:
    """Take back that somebody came or went: it was noted by mistake, and leaves the minutes.

    Args:
        movement: the key of what is meant, the last that is noted of them.
    """
    at = at or timezone.now()
    attendance.refresh_from_db()
    require(by, "meetings.strike_movement", attendance)
    last = attendance.movements.select_related("item").last()
    if last is None or last.pk != movement:
        raise Refused(
            f"Something else was noted of {attendance} meanwhile. See where they are now, and "
            "take back the last that is noted of them."
        )
    struck = {
        "kind": last.kind,
        "noted_at": last.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "item": last.item and str(last.item),
        "remote": last.joined_remotely,
    }
    take_back(last)
    retell_quorum(last)
    facts = struck | note_quorum(attendance.meeting, at=at)
    record("meetings.strike_movement", attendance, by=by, at=at, **facts)
    return attendance
