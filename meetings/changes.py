"""What is new in the lines of an item since a page last asked (docs/minute-book.md)."""

from committee.authority import why_not
from meetings import history, outline, whereabouts
from meetings.models import AgendaItem, EntryVersion, Phrase, Whereabouts
from meetings.speakers import bodies, speakers_at
from meetings.syncing import as_json
from meetings.typing import rules


def changes(item: AgendaItem, *, since: str, reader, line=None) -> dict | None:
    """What happened after the mark ``since``; None if nothing did.

    The mark is looked up before the lines: what is written in between is told twice, never not.
    """
    writes = why_not(reader, "meetings.note_entry", item)
    others = whereabouts.tell(reader, item, line, writes=writes is None)
    last, new = _news(item, _number_of(since))
    mark = f"{last}.{whereabouts.mark(others)}"
    if mark == since:
        return None
    everything = new is None
    lines = outline.numbered(item)
    present = speakers_at(item.meeting)
    known = {one.pk: one for one in lines}
    for one in lines:  # its parent is among them: no query
        one.parent = known.get(one.parent_id)
    told = {
        "mark": mark,
        "lines": [as_json(one, present) for one in lines if everything or one.key in new],
        "order": [[str(one.key), one.depth, one.number] for one in lines],
        "who": [_where(one) for one in others],
        "writable": writes,
    }
    return told | (_beginning(present) if everything else {})


def _number_of(since: str) -> int | None:
    """The number of the last change the page has seen; None if it has seen nothing."""
    number, dot, _ = since.partition(".")
    return int(number) if dot and number.isdecimal() and len(number) < 19 else None


def _news(item, seen: int | None) -> tuple[int, set | None]:
    """The number of the last change, and the keys of lines changed after ``seen``.

    None for all of them: the page has seen nothing, or what it saw is not on record here.
    """
    if seen is not None:
        later = EntryVersion.objects.filter(item=item, pk__gte=seen)
        numbers = dict(later.order_by("pk").values_list("pk", "key"))
        if seen in numbers or not seen:
            return max(numbers, default=0), {key for pk, key in numbers.items() if pk > seen}
    return history.last_change(item=item), None


def _where(other: Whereabouts) -> dict:
    return {
        "name": other.person.name,
        "initials": other.person.initials,
        "item": other.item_id,
        "line": str(other.line) if other.line else None,
    }


def _beginning(present) -> dict:
    return {
        "phrases": [list(one) for one in Phrase.objects.values_list("abbreviation", "text")],
        "speakers": [{"name": one.name, "initials": one.initials} for one in present],
        "typing": rules(bodies()),
    }
