"""Where a line stands among the others, and where a step up, down, in or out takes it."""

from committee.lines import in_order
from committee.models import LineKind
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


def reordered(ordered, entry, *, parent, after) -> list[Entry]:
    """``ordered`` with ``entry`` and its replies put under ``parent`` behind ``after``."""
    block = [entry, *replies_of(ordered, entry)]
    rest = [one for one in ordered if one not in block]
    place = 0
    if after is not None:
        last = [after, *replies_of(rest, after)][-1]
        place = _index(rest, last) + 1
    elif parent is not None:
        place = _index(rest, parent) + 1
    return [*rest[:place], *block, *rest[place:]]


def replies_of(ordered, entry) -> list[Entry]:
    """Every line under ``entry``, however deep, in the order they are read."""
    inside, found = {entry.pk}, []
    for one in ordered:
        if one.parent_id in inside:
            inside.add(one.pk)
            found.append(one)
    return found


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


def step(ordered, entry, direction: str) -> tuple[Entry | None, Entry | None] | None:
    """The parent under which, and the line behind which, ``entry`` goes; None if it cannot.

    Args:
        direction: ``up`` and ``down`` among its siblings, ``in`` under the one before it,
            ``out`` to stand behind its parent.
    """
    by_key = {one.pk: one for one in ordered}
    parent = by_key.get(entry.parent_id)
    siblings = [one for one in ordered if one.parent_id == entry.parent_id]
    here = _index(siblings, entry)
    if direction == "up" and here > 0:
        return parent, siblings[here - 2] if here > 1 else None
    if direction == "down" and here + 1 < len(siblings):
        return parent, siblings[here + 1]
    if direction == "in" and here > 0:
        under = siblings[here - 1]
        replies = [one for one in ordered if one.parent_id == under.pk]
        return under, replies[-1] if replies else None
    if direction == "out" and parent is not None:
        return by_key.get(parent.parent_id), parent
    return None


def settle(ordered) -> None:
    """Write down the order of lines, as far as it changed."""
    moved = []
    for position, entry in enumerate(ordered):
        if entry.position != position:
            entry.position = position
            moved.append(entry)
    Entry.objects.bulk_update(moved, ["position"])


def _index(ordered, entry) -> int:
    return next(n for n, one in enumerate(ordered) if one.pk == entry.pk)
