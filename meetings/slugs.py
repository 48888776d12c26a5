"""The address of a meeting: its date as precisely as known, a suffix where two collide."""

import datetime as dt

from meetings.models import Meeting, Precision


def date_slug(on: dt.date | None, precision: str) -> str:
    match precision:
        case Precision.DAY:
            return f"{on:%Y-%m-%d}"
        case Precision.MONTH:
            return f"{on:%Y-%m}"
        case Precision.YEAR:
            return f"{on:%Y}"
    return "undated"


def free_slug(on: dt.date | None, precision: str = Precision.DAY, *, besides: int | None = None):
    """The first free address: 2026-03-02, then 2026-03-02-2 … (``besides`` may keep its own)."""
    wanted = date_slug(on, precision)
    others = Meeting.objects.exclude(pk=besides)
    taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
