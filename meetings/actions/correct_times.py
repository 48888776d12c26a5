import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.hours import closing, corrected
from meetings.models import Meeting


@act
def correct_times(
    meeting: Meeting,
    *,
    by: Person,
    opened: dt.time,
    closed: dt.time,
    at: dt.datetime | None = None,
) -> Meeting:
    """Correct when a meeting opened and closed, where a button was pressed early or late.

    Args:
        closed: a time before ``opened`` is one past midnight.
    """
    meeting.refresh_from_db()
    require(by, "meetings.correct_times", meeting)
    begun = corrected(meeting.started_at, opened)
    times = {"started_at": begun, "closed_at": closing(begun, closed, noted=meeting.closed_at)}
    changed = {name: new for name, new in times.items() if getattr(meeting, name) != new}
    if changed:
        Meeting.objects.filter(pk=meeting.pk).update(**changed)
        meeting.refresh_from_db()
        said = {name: new.isoformat() for name, new in changed.items()}
        record("meetings.correct_times", meeting, by=by, at=at, **said)
    return meeting
