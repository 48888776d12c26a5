import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Meeting, MinutesVersion


@act
def draft_minutes(meeting: Meeting, *, by: Person, at: dt.datetime | None = None) -> MinutesVersion:
    """Begin the first version of the minutes of a meeting that has just closed."""
    require(by, "meetings.draft_minutes", meeting)
    version = MinutesVersion.objects.create(meeting=meeting, number=1)
    record("meetings.draft_minutes", version, by=by, at=at)
    return version
