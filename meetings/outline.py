"""The lines of an item as they are read, numbered, and written down in a new order.

Positions rise in the order in which lines are read: what changes one, keeps that.
"""

from itertools import pairwise

from django.db.models import F

from committee.models import LineKind
from committee.order import all_under, in_order, reordered
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


def places(item) -> list[Entry]:
    """The lines of ``item`` as they are read, without their words."""
    return in_order(item.entries.only("pk", "item", "parent", "position"))


def add(entry: Entry, *, after: Entry | None = None, first: bool = False) -> None:
    """Save a new line under its parent behind ``after``, or first or last there.

    At the end of an item, where most lines are written, this looks at its last line alone.
    """
    end = Entry.objects.filter(item=entry.item_id).order_by("-position", "-pk").first()
    if not first and _is_end(end, entry.parent, after):
        entry.position = end.position + 1 if end else 0
        entry.save(force_insert=True)
        return
    ordered = places(entry.item)
    after = None if first else place_behind(ordered, entry.parent, after)
    entry.position = end.position + 1 if end else 0
    entry.save(force_insert=True)
    ordered = reordered([*ordered, entry], entry, parent=entry.parent, after=after)
    follows = ordered[ordered.index(entry) + 1 :]
    rest = [one.position for one in ordered if one is not entry]
    if not follows or any(one >= other for one, other in pairwise(rest)):
        settle(ordered)
        return
    entry.position = follows[0].position
    later = Entry.objects.filter(item=entry.item_id, position__gte=entry.position)
    later.exclude(pk=entry.pk).update(position=F("position") + 1)
    Entry.objects.filter(pk=entry.pk).update(position=entry.position)


def _is_end(end: Entry | None, parent: Entry | None, after: Entry | None) -> bool:
    """Whether a line under ``parent`` behind ``after`` comes behind the last line, ``end``."""
    if end is None or (parent is None and after is None):
        return True
    above = end
    while above is not None:
        if after is None and above == parent:
            return True
        if above == after:
            return after.parent_id == (parent.pk if parent else None)
        above = above.parent
    return False


def place_behind(ordered, parent: Entry | None, after: Entry | None) -> Entry | None:
    """The line under ``parent`` behind which another goes: ``after`` or what it stands under.

    The last one, where ``after`` does not stand under ``parent`` at all.
    """
    by_key = {one.pk: one for one in ordered}
    under = parent.pk if parent else None
    while after is not None and after.parent_id != under:
        after = by_key.get(after.parent_id)
    return after or next((one for one in reversed(ordered) if one.parent_id == under), None)


def replace(ordered, entry: Entry, *, parent: Entry | None, after: Entry | None) -> None:
    """Write down that ``entry`` and all under it go under ``parent`` behind ``after``, or first."""
    inside = {entry.pk, *(one.pk for one in all_under(ordered, entry))}
    rest = [one for one in ordered if one.pk not in inside]
    if after is not None:
        after = place_behind(rest, parent, after)
    Entry.objects.filter(pk=entry.pk).update(parent=parent)
    settle(reordered(ordered, entry, parent=parent, after=after))


def settle(ordered) -> None:
    """Write down the order of lines, as far as it changed."""
    moved = []
    for position, entry in enumerate(ordered):
        if entry.position != position:
            entry.position = position
            moved.append(entry)
    Entry.objects.bulk_update(moved, ["position"])
