"""When a meeting and its items began and ended, as its minutes and its record say it.

What the room noted goes before what was planned. A meeting taken from a record was never in
the room, and keeps the times that were printed.
"""

import datetime as dt

from django.utils import timezone

from committee.local_time import moments
from committee.refusals import Refused
from meetings.models import AgendaItem, Meeting

LONGEST = dt.timedelta(hours=12)
DAYS = (-dt.timedelta(days=1), dt.timedelta(), dt.timedelta(days=1))


def hours_of(meeting: Meeting) -> tuple[dt.time | None, dt.time | None]:
    """When ``meeting`` began and when it ended, each None where that is not known."""
    begun = clock(meeting.started_at) or meeting.starts_at
    return begun, clock(meeting.closed_at) or meeting.ends_at


def beginnings(items: list[AgendaItem]) -> dict[int, dt.time | None]:
    """When each of the ``items`` of a meeting began, by its key.

    Where some were taken up in the room, the plan says nothing of the others any more.
    """
    if any(one.has_begun for one in items):
        return {one.pk: clock(one.began_at) if one.has_begun else None for one in items}
    return {one.pk: one.starts_at for one in items}


def clock(moment: dt.datetime | None) -> dt.time | None:
    """The time of day that ``moment`` was here, to the minute."""
    if moment is None:
        return None
    return timezone.localtime(moment).time().replace(second=0, microsecond=0)


def corrected(noted: dt.datetime, said: dt.time) -> dt.datetime:
    """The moment meant by ``said`` where ``noted`` was noted: the nearest that reads so here.

    Where the clock reads so already, what was noted stays, to the second.
    """
    if clock(noted) == said:
        return noted
    read = _reading(noted, said)
    return min(read, key=lambda moment: abs(moment - noted))


def closing(opened: dt.datetime, said: dt.time, *, noted: dt.datetime) -> dt.datetime:
    """The moment meant by ``said`` as the end of what began at ``opened``: past midnight too.

    Where the clock read so when the end was ``noted``, that stays, to the second.
    """
    if clock(noted) == said and noted >= opened:
        return noted
    later = [moment for moment in _reading(opened, said) if moment >= opened]
    if not later or later[0] - opened > LONGEST:
        raise Refused("A meeting ends after it began, and lasts at most twelve hours.")
    return later[0]


def _reading(near: dt.datetime, said: dt.time) -> list[dt.datetime]:
    """The moments about ``near`` at which a clock here reads ``said``, the earliest first."""
    day = timezone.localdate(near)
    return sorted(moment for days in DAYS for moment in moments(day + days, said))
