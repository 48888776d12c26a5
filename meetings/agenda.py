"""The order and the numbers of an agenda, as plain arithmetic over its items."""

import datetime as dt
from dataclasses import dataclass
from string import ascii_lowercase

from committee.order import all_under, step
from committee.refusals import Refused
from meetings.models import AgendaItem, ItemKind, Meeting
from meetings.states import ItemState

UNNUMBERED = {ItemKind.BREAK, ItemKind.CLOSE}
STARTER = [
    (ItemKind.WELCOME, "Welcome"),
    (ItemKind.APOLOGIES, "Apologies"),
    (ItemKind.DECLARATIONS, "Declarations of interest"),
    (ItemKind.LAST_MINUTES, "Minutes of the last meeting"),
    (ItemKind.ACTIONS_UPDATE, "Update on actions"),
    (ItemKind.OTHER_BUSINESS, "Any other business"),
    (ItemKind.CLOSE, "Close"),
]


def suggested_numbers(ordered: list[AgendaItem]) -> list[str | None]:
    """The numbers items would have: 1, 2, 2a, 2b, 3; breaks and the close have none."""
    numbers, top, letters = [], 0, {}
    for item in ordered:
        if item.kind in UNNUMBERED:
            numbers.append(None)
        elif item.parent_id is None:
            top += 1
            numbers.append(str(top))
        else:
            letter = letters[item.parent_id] = letters.get(item.parent_id, -1) + 1
            numbers.append(f"{top}{ascii_lowercase[letter % 26]}")
    return numbers


def are_as_suggested(ordered: list[AgendaItem]) -> bool:
    """Whether nobody has typed a number of their own: then numbers follow every move."""
    return [item.number or None for item in ordered] == suggested_numbers(ordered)


def check_parent(item: AgendaItem | None, parent: AgendaItem | None, meeting: Meeting) -> None:
    """Refuse a parent of another meeting, or one that would nest more than one level."""
    if parent is None:
        return
    if parent.meeting_id != meeting.pk:
        raise Refused("That item belongs to another meeting.")
    if parent.parent_id is not None or (item and parent.pk == item.pk):
        raise Refused("Items nest one level only: 3, then 3a.")
    if item and item.children.exists():
        raise Refused("This item has items of its own under it. Move those first.")


def settle(ordered: list[AgendaItem], *, renumber: bool) -> None:
    """Write down the order, and the numbers that follow from it."""
    numbers = suggested_numbers(ordered)
    for position, (item, number) in enumerate(zip(ordered, numbers, strict=True)):
        item.position = position
        if renumber:
            item.number = number
    AgendaItem.objects.bulk_update(ordered, ["position", "number", "parent"])


def steps(ordered, item) -> set[str]:
    """Where ``item`` can step: up, down, in (one level only) and out."""
    ways = {way for way in ("up", "down", "in", "out") if step(ordered, item, way)}
    is_deep = item.parent_id is not None or all_under(ordered, item)
    return ways - {"in"} if is_deep else ways


def durations(ordered, ends_at) -> dict[int, int | None]:
    """Minutes from each item's time to the next one's; None where either is not given."""
    found, following = {}, ends_at
    for item in reversed(ordered):
        known = item.starts_at is not None and following is not None
        is_later = known and following >= item.starts_at
        found[item.pk] = _minutes(following) - _minutes(item.starts_at) if is_later else None
        following = item.starts_at
    return found


def timetable(ordered, starts_at, minutes: dict[int, int]) -> dict[int, dt.time | None]:
    """When each item begins if each takes its ``minutes``, one after another."""
    found, now = {}, _minutes(starts_at)
    for item in ordered:
        found[item.pk] = _time(now)
        now += minutes.get(item.pk, 0)
    return found


def left(item: AgendaItem, at: dt.datetime) -> dict:
    """What changes in ``item`` when the room leaves it: since when, and how long it took."""
    return {"finished_at": at, "spent": item.elapsed(at)}


def planned_minutes(ordered, starts_at, ends_at) -> dict[int, int]:
    """How long each item is planned to take.

    Items of one time, and those without a time below them, share evenly what there is until the
    next time; the first begins with the meeting. An item without a time that was given minutes
    takes these on top, and a close without a time none.
    """
    found = {item.pk: (item.minutes or 0) if item.starts_at is None else 0 for item in ordered}
    slots = _slots(ordered, starts_at)
    ends = [*(begins for begins, _ in slots[1:]), ends_at]
    for (begins, items), following in zip(slots, ends, strict=False):
        sharing = [one for one in items if one.starts_at or not (one.minutes or one.is_close)]
        if sharing and begins is not None and following is not None and following >= begins:
            each, over = divmod(_minutes(following) - _minutes(begins), len(sharing))
            found |= {one.pk: each + (n < over) for n, one in enumerate(sharing)}
    return found


def _slots(ordered, starts_at) -> list[tuple[dt.time | None, list[AgendaItem]]]:
    """The agenda by times: each with the items that share it."""
    slots = []
    for item in ordered:
        begins = item.starts_at or (None if slots else starts_at)
        if not slots or begins not in (None, slots[-1][0]):
            slots.append((begins, []))
        slots[-1][1].append(item)
    return slots


@dataclass(frozen=True)
class Expected:
    """When what waits is expected to begin, and the whole to close, as things go."""

    begins: dict[int, dt.time]
    closes: dt.time


def expected(ordered, planned: dict[int, int], spent: dict[int, int], now: dt.time) -> Expected:
    """Work out the rest of the day: what is on takes what is left of its time, then the others.

    Args:
        planned: minutes by the key of the item, as ``planned_minutes`` gives them.
        spent: minutes for which an item has been on.
    """
    begins, at = {}, _minutes(now)
    at += sum(max(0, planned[one.pk] - spent[one.pk]) for one in ordered if one.is_under_way)
    for item in ordered:
        if item.state == ItemState.WAITING:
            begins[item.pk] = _time(at)
            at += max(0, planned[item.pk] - spent[item.pk])
    return Expected(begins, _time(at))


def minutes_after(time: dt.time, planned: dt.time) -> int:
    """How much later ``time`` is than ``planned``: what comes after midnight is late, not early."""
    return (_minutes(time) - _minutes(planned) + 720) % 1440 - 720


def times_run_backwards(ordered) -> bool:
    """Whether some item is said to begin before the one above it."""
    times = [item.starts_at for item in ordered if item.starts_at is not None]
    return times != sorted(times)


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
