"""The story's files as values: days, times, and lines of minutes in a short hand.

A line is ``q [Member/okoro] How good is it? {after}``: a letter for the kind, who is printed
as speaking and who it was, the words, and marks. Indented lines answer the one above.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from django.utils import timezone

HERE = Path(__file__).parent
MEETINGS = [*sorted(path.stem for path in HERE.glob("20*.yaml")), "today", "next", "later"]
AHEAD = {"soon": dt.timedelta(days=20), "later": dt.timedelta(days=111)}
KINDS = {
    "p": "point",
    "q": "question",
    "a": "answer",
    "c": "comment",
    "n": "note",
    "h": "heading",
    "x": "action",
    "r": "recommendation",
    "k": "condition",
}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as quick where it is built
LINE = re.compile(r"^( *)([a-z]) (?:\[([^\]/]+)(?:/(\w+))?\] )?(.*?)(?: \{([^}]*)\})?$")


@dataclass
class Said:
    """One line of minutes or advice, and what was said under it."""

    kind: str
    text: str
    depth: int = 0
    speaker: str | None = None
    person: str | None = None
    marks: dict = field(default_factory=dict)


def read(name: str):
    text = (HERE / f"{name}.yaml").read_text()
    return yaml.load(text, Loader=LOADER)  # noqa: S506 -- both are safe loaders


def lines(text: str) -> list[Said]:
    """The lines of ``text``; rows of a table continue the line they stand under."""
    found = []
    for row in text.splitlines():
        if row.strip().startswith("|"):
            found[-1].text += f"\n{row.strip()}"
            continue
        indent, kind, speaker, person, words, marks = LINE.match(row).groups()
        found.append(Said(KINDS[kind], words, len(indent) // 2, speaker, person, _marks(marks)))
    return found


def _marks(text: str | None) -> dict:
    pairs = (mark.partition(":") for mark in (text or "").split(";") if mark.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def day(said, *, today: dt.date) -> dt.date | None:
    """A day of the story: a date, ``today-16``, or a Wednesday: ``soon``, or ``later`` on."""
    if said is None or isinstance(said, dt.date):
        return said
    if said in AHEAD:
        ahead = today + AHEAD[said]
        return ahead + dt.timedelta(days=(2 - ahead.weekday()) % 7)
    return today + dt.timedelta(days=int(said.removeprefix("today") or 0))


def clock(said: str | None) -> dt.time | None:
    return dt.time.fromisoformat(said) if said else None


def moment(on: dt.date, hour: dt.time | int) -> dt.datetime:
    """``hour`` o'clock (or a time) of a day, as an aware time."""
    at = dt.time(hour) if isinstance(hour, int) else hour
    return timezone.make_aware(dt.datetime.combine(on, at))
