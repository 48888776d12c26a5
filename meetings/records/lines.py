"""Nested nodes of a record → lines, written level by level so that thousands take seconds."""

from collections.abc import Callable, Iterable

from committee.models import Line
from meetings.models import AgendaItem, Entry
from meetings.records import shape
from proposals.models import Advice, AdviceLine


def add_lines(nodes_of: Iterable[tuple], make: Callable[..., Line]) -> None:
    """Write the lines of several owners: pairs of an owner and its nodes."""
    level = [(owner, None, nodes or ()) for owner, nodes in nodes_of]
    while level:
        rows, below = [], []
        for owner, parent, nodes in level:
            for position, node in enumerate(nodes):
                row = make(owner, node, position=position, parent=parent, **_withheld(node))
                rows.append(row)
                if node.get("entries"):
                    below.append((owner, row, node["entries"]))
        if rows:
            type(rows[0]).objects.bulk_create(rows)
        level = below


def _withheld(node) -> dict:
    return {
        "restricted": "restricted" in node,
        "restricted_reason": node.get("restricted", ""),
    }


def entry_of(item: AgendaItem, node: dict, **place) -> Entry:
    """A line of minutes under ``item``."""
    return Entry(
        item=item,
        kind=node["kind"],
        speaker=node.get("speaker"),
        text=node["text"],
        after_presenter_left=bool(node.get("after_presenter_left")),
        record_shape=shape.shape_of(node, shape.ENTRY),
        **place,
    )


def advice_line_of(advice: Advice, node: dict, **place) -> AdviceLine:
    """A line of ``advice``; who spoke, which advice has no place for, stays in its shape."""
    return AdviceLine(
        advice=advice,
        kind=node["kind"],
        text=node["text"],
        record_shape=shape.shape_of(node, shape.ADVICE_LINE),
        **place,
    )
