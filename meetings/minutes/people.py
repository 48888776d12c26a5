"""Who was there, as minuted: by class, with the words of the day."""

from itertools import groupby

from meetings.models import Capacity, Presence

THERE = {Presence.PRESENT, Presence.IN_ATTENDANCE}
ORDER = list(Capacity.values)


def attendance_of(meeting) -> list[dict]:
    """The classes of attendance in print order, apologies and absences after them."""
    rows = list(meeting.attendances.order_by("position", "pk"))
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


def _minuted(row) -> dict:
    """One person as printed: name or initials, then rank, post and body as far as minuted."""
    name = row.name or row.initials or row.role or "Somebody not named"
    particulars = [
        row.rank,
        row.role if row.role != name else None,
        row.organisation,
        "by video link" if row.joined_remotely else None,
    ]
    return {
        "name": name,
        "initials": row.initials if row.initials and row.initials != name else "",
        "particulars": [words for words in particulars if words],
    }
