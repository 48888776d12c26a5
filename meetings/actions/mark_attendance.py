import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Meeting, Presence
from meetings.presence import appointments_on_the_day, as_minuted

MARKS = {
    "present": {"presence": Presence.PRESENT, "joined_remotely": False},
    "remote": {"presence": Presence.PRESENT, "joined_remotely": True},
    "apologies": {"presence": Presence.APOLOGIES, "joined_remotely": False},
    "absent": {"presence": Presence.ABSENT, "joined_remotely": False},
}


@act
def mark_attendance(
    meeting: Meeting,
    *,
    by: Person,
    marks: dict[Person, str],
    chair: Person | None = None,
    at: dt.datetime | None = None,
) -> Meeting:
    """Note who of those in office is present, remote, sends apologies or is absent, and who chairs.

    Whether somebody votes is fixed when they are first marked, from their appointment on
    the day. ``chair`` None leaves the chair as it is.
    """
    meeting.refresh_from_db()
    require(by, "meetings.mark_attendance", meeting)
    appointed = {one.person_id: one for one in appointments_on_the_day(meeting)}
    known = {row.person_id: row for row in meeting.attendances.exclude(person=None)}
    for person, mark in marks.items():
        if person.pk in known:
            meeting.attendances.filter(person=person).update(**MARKS[mark])
        elif person.pk in appointed:
            position = list(appointed).index(person.pk)
            words = as_minuted(appointed[person.pk])
            meeting.attendances.create(person=person, position=position, **words, **MARKS[mark])
        else:
            raise Refused(f"{person} holds no appointment on the day. Add them as a guest.")
    if chair is not None:
        _seat_chair(meeting, chair)
    facts = {person.name: mark for person, mark in marks.items()}
    record(
        "meetings.mark_attendance", meeting, by=by, at=at, marks=facts, chair=chair and chair.name
    )
    return meeting


def _seat_chair(meeting, chair):
    present = meeting.attendances.filter(person=chair, is_voting=True, presence=Presence.PRESENT)
    if not present.exists():
        raise Refused(f"{chair} cannot chair: only a voting member who is present can.")
    Meeting.objects.filter(pk=meeting.pk).update(chaired_by=chair, chair_name=chair.name)
    meeting.refresh_from_db()
