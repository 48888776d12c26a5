"""Who is expected at a meeting or here, each with what their row on the list says."""

from dataclasses import dataclass

from django.utils import timezone

from meetings.models import Attendance, Meeting, Movement
from meetings.presence import as_minuted


@dataclass(frozen=True)
class Seat:
    """Somebody expected or here: their row on the list, if they are on it."""

    name: str
    detail: str
    votes: bool
    capacity: str
    person_id: int | None
    row: Attendance | None
    is_barred: bool = False

    @property
    def is_here(self) -> bool:
        return bool(self.row and self.row.is_here)

    @property
    def has_left(self) -> bool:
        return bool(self.row and self.row.left_at)

    @property
    def key(self) -> str:
        """What its buttons are known by while the page lasts."""
        return f"p{self.person_id}" if self.person_id else f"a{self.row.pk}"

    @property
    def pip(self) -> str:
        """The mark beside the name, as in the row of marks of the quorum."""
        if not self.is_here:
            return "away"
        return "recused" if self.is_barred else "here"

    @property
    def words(self) -> str:
        """Where they are: here, remote, left 11:05, apologies …"""
        if self.row is None:
            return "not marked"
        if self.has_left:
            return f"left {timezone.localtime(self.row.left_at):%H:%M}"
        if not self.is_here:
            return self.row.get_presence_display().lower()
        return "remote" if self.row.joined_remotely else "here"


def seat_of(words: dict, person_id: int | None, row: Attendance | None, barred: set[int]) -> Seat:
    """The seat of somebody whom minutes call by ``words``, marked in ``row`` or not yet."""
    parts = [words["role"], words["organisation"]]
    if row and row.pk:
        parts += [f"for {row.substitute_for}" if row.substitute_for else "", row.only_for]
    detail = ", ".join(part for part in parts if part)
    return Seat(
        name=words["name"] or words["initials"] or words["role"] or "Somebody",
        detail=detail,
        votes=row.is_voting if row else words["is_voting"],
        capacity=row.capacity if row else words["capacity"],
        person_id=person_id,
        row=row,
        is_barred=person_id in barred,
    )


def seats_at(meeting: Meeting, appointed, barred: set[int]) -> list[Seat]:
    """Everybody expected or here: those in office by rank, then the others as they came."""
    rows = list(meeting.attendances.select_related("substitute_for").prefetch_related("items"))
    known = {row.person_id: row for row in rows if row.person_id}
    expected = [
        seat_of(as_minuted(one), one.person_id, known.pop(one.person_id, None), barred)
        for one in appointed
    ]
    others = [row for row in rows if row.person_id is None or row.person_id in known]
    return expected + [seat_of(vars(row), row.person_id, row, barred) for row in others]


@dataclass(frozen=True)
class Moved:
    """Somebody came or went. ``is_last``: nothing is noted of them since, so it can be undone."""

    movement: Movement
    is_last: bool


def moved_at(meeting: Meeting) -> list[Moved]:
    """Who came and went at ``meeting``, the latest first."""
    rows = Movement.objects.filter(attendance__meeting=meeting).select_related("attendance")
    seen, moved = set(), []
    for row in rows.order_by("-at", "-pk"):
        moved.append(Moved(row, row.attendance_id not in seen))
        seen.add(row.attendance_id)
    return moved
