"""Who was there, as minuted: by class, with the words of the day."""

from itertools import groupby

from meetings.models import Capacity, Presence

THERE = {Presence.PRESENT, Presence.IN_ATTENDANCE}
ORDER = list(Capacity.values)


def attendance_of(meeting) -> list[dict]:
    """The classes of attendance in print order, apologies and absences after them."""
    listed = meeting.attendances.select_related("substitute_for").prefetch_related("items")
    rows = list(listed.order_by("position", "pk"))
    there = sorted(
        (row for row in rows if row.presence in THERE), key=lambda row: ORDER.index(row.capacity)
    )
    classes = [
        {"heading": Capacity(capacity).label, "people": [_minuted(row) for row in group]}
        for capacity, group in groupby(there, key=lambda row: row.capacity)
    ]
    for presence in (Presence.APOLOGIES, Presence.ABSENT):
        away = [_minuted(row) for row in rows if row.presence == presence]
        if away:
            classes.append({"heading": presence.label, "people": away})
    return classes


def _for_items(row) -> str | None:
    """The items somebody came for, by number: "for item 3"; an item without one is not named."""
    numbers = [item.number for item in row.items.all() if item.number]
    if not numbers:
        return None
    *others, last = numbers
    return f"for items {', '.join(others)} and {last}" if others else f"for item {last}"


def _minuted(row) -> dict:
    """One person as printed: name or initials, then rank, post and body as far as minuted."""
    name = row.name or row.initials or row.role or "Somebody not named"
    particulars = [
        row.rank,
        row.role if row.role != name else None,
        row.organisation,
        f"for {row.substitute_for}" if row.substitute_for_id else None,
        _for_items(row),
        "by video link" if row.joined_remotely else None,
    ]
    return {
        "name": name,
        "initials": row.initials if row.initials and row.initials != name else "",
        "particulars": [words for words in particulars if words],
    }
