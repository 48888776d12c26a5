"""The lines of an item as they are read, numbered, and written down in a new order."""

from committee.models import LineKind
from committee.order import in_order
from meetings.models import Entry


def rows(item) -> list[Entry]:
    """The lines of ``item`` as they are read, each with its ``depth``."""
    return in_order(item.entries.select_related("speaker_person"))


def numbered(item) -> list[Entry]:
    """The lines of ``item`` as they are read, each with its ``depth`` and a ``number``."""
    return number(item, rows(item))


def number(item, ordered) -> list[Entry]:
    """Number lines as they stand now; readers cite ``paragraph``, given when a draft goes out."""
    label = f"{item.number}." if item.number else ""
    for count, entry in enumerate(ordered, 1):
        entry.number = entry.paragraph or f"{label}{count}"
    return ordered


def answered_by(ordered, kind: str) -> Entry | None:
    """The line that a new one of ``kind`` at the end replies to, if it plainly does.

    An answer typed after a question answers it, and so does a second answer after the first.
    """
    if kind != LineKind.ANSWER or not ordered:
        return None
    last = ordered[-1]
    if last.kind == LineKind.QUESTION:
        return last
    if last.kind == LineKind.ANSWER and last.parent_id:
        return next(one for one in ordered if one.pk == last.parent_id)
    return None


def settle(ordered) -> None:
    """Write down the order of lines, as far as it changed."""
    moved = []
    for position, entry in enumerate(ordered):
        if entry.position != position:
            entry.position = position
            moved.append(entry)
    Entry.objects.bulk_update(moved, ["position"])
