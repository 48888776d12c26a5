"""A day and a time as people here say them, and the moment they mean."""

import datetime as dt

from django.utils import timezone

from committee.refusals import Refused


def moments(day: dt.date, time: dt.time) -> list[dt.datetime]:
    """The moments that are ``time`` on ``day`` here, in UTC, the earlier first.

    One, as a rule; none in the hour left out when the clocks go forward, and two in the hour
    that comes twice when they go back.
    """
    local = dt.datetime.combine(day, time)
    here = timezone.get_default_timezone()
    read = {local.replace(tzinfo=here, fold=fold).astimezone(dt.UTC) for fold in (0, 1)}
    return sorted(one for one in read if one.astimezone(here).replace(tzinfo=None) == local)


def moment_of(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment that is ``time`` on ``day`` here; refused where there is none, or two."""
    found = moments(day, time)
    when = f"{time:%H:%M} on {day.day} {day:%B %Y}"
    if not found:
        raise Refused(f"There is no {when}: the clocks go forward then. Choose another time.")
    if len(found) > 1:
        raise Refused(f"{when} comes twice: the clocks go back then. Choose another time.")
    return found[0]


def in_words(moment: dt.datetime) -> str:
    """``moment`` as it is said here: 3 December 2026 at 17:00."""
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"
