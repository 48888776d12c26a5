"""Paragraph numbers: what readers cite, given once and, after the first approval, for ever."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from meetings.minutes.rows import rows_of
from meetings.minutes.sections import is_numbered, sections_of
from meetings.models import Entry, Meeting
from proposals.models import AdviceLine

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def number_paragraphs(meeting: Meeting) -> None:
    """Give every line of the meeting's minutes its number, in reading order.

    Until a version is approved the numbers follow the order. Afterwards each line keeps its
    own, a line added between 23 and 24 is 23a, and the number of a removed line stays unused.
    """
    sections = sections_of(rows_of(meeting))
    lines = [line for section in sections for line in section.lines() if is_numbered(line)]
    given = list(numbers_for(kept=_kept(meeting, lines), retired=_retired(meeting)))
    changed = [line for line, number in zip(lines, given, strict=True) if line.paragraph != number]
    for line, number in zip(lines, given, strict=True):
        line.paragraph = number
    for model in (Entry, AdviceLine):
        rows = [line for line in changed if isinstance(line, model)]
        model.objects.bulk_update(rows, ["paragraph"], batch_size=200)


def _is_fixed(meeting) -> bool:
    return meeting.minutes.exclude(approved_at=None).exists()


def _kept(meeting, lines) -> list[str]:
    return [line.paragraph for line in lines] if _is_fixed(meeting) else [""] * len(lines)


def _retired(meeting) -> set[str]:
    """Numbers that approved versions have printed, whatever became of their lines."""
    approved = meeting.minutes.exclude(approved_at=None).values_list("snapshot", flat=True)
    return {number for snapshot in approved for number in snapshot["paragraphs"]}


def numbers_for(*, kept: list[str], retired: Iterable[str] = ()) -> Iterable[str]:
    """The number of each line in order: those in ``kept`` stay, "" gets one never used before."""
    used = {*retired, *kept} - {""}
    last_kept = max((place for place, number in enumerate(kept) if number), default=-1)
    before, top = "0", max((int(_whole(number)) for number in used), default=0)
    for place, own in enumerate(kept):
        number = own
        if not own and place > last_kept:
            top += 1
            number = str(top)
        elif not own:
            between = (_whole(before) + suffix for suffix in _suffixes())
            number = next(new for new in between if new not in used)
            used.add(number)
        before = number
        yield number


def _whole(number: str) -> str:
    return re.match(r"\d+", number).group()


def _suffixes() -> Iterator[str]:
    """a to z, then a1 to z1 …"""
    return (f"{letter}{turn or ''}" for turn in count() for letter in LETTERS)
