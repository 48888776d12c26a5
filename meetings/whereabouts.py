"""Who is where in a meeting's minutes: a hint for colleagues, kept outside the record."""

import datetime as dt
from uuid import UUID
from zlib import crc32

from django.utils import timezone

from committee.models import Person
from committee.turns import turn
from meetings.models import AgendaItem, Whereabouts

SEEN, AGAIN, AT_LEAST = dt.timedelta(seconds=20), dt.timedelta(seconds=5), dt.timedelta(seconds=1)


def tell(person: Person, item: AgendaItem, line: UUID | None, *, writes: bool) -> list[Whereabouts]:
    """Note where ``person`` is, every few seconds, and say where the other writers are."""
    now = timezone.now()
    rows = Whereabouts.objects.filter(meeting=item.meeting_id, seen_at__gt=now - SEEN)
    rows = list(rows.select_related("person").order_by("person__name", "pk"))
    own = next((one for one in rows if one.person_id == person.pk), None)
    if writes and _is_worth_noting(own, item, line, now):
        here = Whereabouts(
            person=person, meeting_id=item.meeting_id, item=item, line=line, seen_at=now
        )
        with turn():
            Whereabouts.objects.bulk_create(
                [here],
                update_conflicts=True,
                unique_fields=["person", "meeting"],
                update_fields=["item", "line", "seen_at"],
            )
    return [one for one in rows if one.person_id != person.pk]


def _is_worth_noting(own, item, line, now) -> bool:
    if own is None:
        return True
    moved = (own.item_id, own.line) != (item.pk, line)
    return now - own.seen_at > (AT_LEAST if moved else AGAIN)


def mark(others: list[Whereabouts]) -> int:
    """A number that changes when they come, go or move."""
    return crc32(repr([(one.person_id, one.item_id, one.line) for one in others]).encode())
