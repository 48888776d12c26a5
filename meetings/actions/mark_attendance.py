import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Attendance, Meeting, Presence
from meetings.moving import come, note_quorum, take_back
from meetings.presence import appointments_on_the_day, as_minuted, mark_of
from meetings.retelling import retell_quorum

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
    seen: dict[Person, str] | None = None,
    chair: Person | None = None,
    at: dt.datetime | None = None,
) -> Meeting:
    """Note who of those in office is present, remote, sends apologies or is absent, and who chairs.

    Whether somebody votes is fixed when they are first marked, from their appointment on
    the day. ``chair`` None leaves the chair as it is.

    Args:
        seen: how those who are marked stood on the page that asks for it, "" for not marked.
            Where one of them came or was marked meanwhile, the act is refused.
    """
    meeting.refresh_from_db()
    require(by, "meetings.mark_attendance", meeting)
    appointed = {one.person_id: one for one in appointments_on_the_day(meeting)}
    known = {row.person_id: row for row in meeting.attendances.exclude(person=None)}
    _check_seen(seen or {}, known)
    at = at or timezone.now()
    for person, mark in marks.items():
        row = known.get(person.pk) or _new_row(meeting, person, appointed)
        _mark(row, at=at, **MARKS[mark])
    if chair is not None:
        _seat_chair(meeting, chair)
    facts = {
        "marks": {person.name: mark for person, mark in marks.items()},
        "chair": chair and chair.name,
    }
    record("meetings.mark_attendance", meeting, by=by, at=at, **facts | note_quorum(meeting, at=at))
    return meeting


def _new_row(meeting, person, appointed):
    if person.pk not in appointed:
        raise Refused(f"{person} holds no appointment on the day. Add them as a guest.")
    words = as_minuted(appointed[person.pk]) | {"presence": Presence.ABSENT}
    position = list(appointed).index(person.pk)
    return Attendance(meeting=meeting, person=person, position=position, **words)


def _check_seen(seen, known):
    for person, mark in seen.items():
        now = mark_of(known.get(person.pk))
        if now != mark:
            stands = f"is marked as {now}" if now else "is no longer marked"
            raise Refused(
                f"{person} {stands} since this page was opened. Open it again, and mark them if "
                "that is wrong."
            )


def _mark(row, *, presence, joined_remotely, at):
    """Whoever is marked present comes in, unless they came before; whoever is not never came."""
    if presence == Presence.PRESENT and not row.was_there:
        come(row, at=at, remote=joined_remotely)
        return
    if presence != Presence.PRESENT and row.pk:
        _strike_all(row)
    row.presence, row.joined_remotely = presence, joined_remotely
    row.save()


def _strike_all(row):
    """Take back all that was noted of somebody's coming and going, the last first."""
    while movement := row.movements.last():
        take_back(movement)
        retell_quorum(movement)
    row.left_at = None


def _seat_chair(meeting, chair):
    present = meeting.attendances.voting().filter(person=chair)
    if not present.exists():
        raise Refused(f"{chair} cannot chair: only a voting member who is present can.")
    Meeting.objects.filter(pk=meeting.pk).update(chaired_by=chair, chair_name=chair.name)
    meeting.refresh_from_db()
