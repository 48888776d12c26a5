"""Rows in an order, some under others: lines with their replies, items with their parts.

Each has a ``pk``, a ``parent_id`` and a ``position``. Pure: rows in, places out.
"""

from collections import defaultdict


def in_order(rows) -> list:
    """``rows`` as they are read, each followed by those under it, with its ``depth`` set.

    One whose parent is not among them stands at the top.
    """
    ranked = sorted(rows, key=lambda row: (row.position, row.pk))
    known = {row.pk for row in ranked}
    under = defaultdict(list)
    for row in reversed(ranked):
        under[row.parent_id if row.parent_id in known else None].append(row)
    waiting, ordered = [(row, 0) for row in under[None]], []
    while waiting:
        row, row.depth = waiting.pop()
        ordered.append(row)
        waiting += [(reply, row.depth + 1) for reply in under[row.pk]]
    return ordered


def all_under(ordered, row) -> list:
    """Every row under ``row``, however deep, in the order they are read."""
    inside, found = {row.pk}, []
    for one in ordered:
        if one.parent_id in inside:
            inside.add(one.pk)
            found.append(one)
    return found


def reordered(ordered, row, *, parent, after) -> list:
    """``ordered`` with ``row``, and all under it, put under ``parent`` behind ``after``."""
    block = [row, *all_under(ordered, row)]
    rest = [one for one in ordered if one not in block]
    place = 0
    if after is not None:
        last = [after, *all_under(rest, after)][-1]
        place = _index(rest, last) + 1
    elif parent is not None:
        place = _index(rest, parent) + 1
    return [*rest[:place], *block, *rest[place:]]


def step(ordered, row, direction: str) -> tuple | None:
    """The parent under which, and the row behind which, ``row`` goes; None if it cannot.

    Args:
        direction: ``up`` and ``down`` among its siblings, ``in`` under the one before it,
            ``out`` to stand behind its parent.
    """
    by_key = {one.pk: one for one in ordered}
    parent = by_key.get(row.parent_id)
    siblings = [one for one in ordered if one.parent_id == row.parent_id]
    here = _index(siblings, row)
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


def _index(ordered, row) -> int:
    return next(n for n, one in enumerate(ordered) if one.pk == row.pk)
