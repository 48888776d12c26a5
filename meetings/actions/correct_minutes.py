import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Meeting, MinutesVersion


@act
def correct_minutes(
    meeting: Meeting, *, by: Person, change_note: str, at: dt.datetime | None = None
) -> MinutesVersion:
    """Begin a new version that says what it corrects; the published one stays as it is."""
    require(by, "meetings.correct_minutes", meeting)
    if not change_note.strip():
        raise Refused("Say what is to be corrected: readers are told.")
    last = meeting.minutes.order_by("number").last()
    version = MinutesVersion.objects.create(
        meeting=meeting, number=last.number + 1, change_note=change_note.strip()
    )
    record("meetings.correct_minutes", version, by=by, at=at, change_note=version.change_note)
    return version
