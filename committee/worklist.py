"""What awaits somebody: every app contributes, by the names in settings.WORKLIST."""

import datetime as dt
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string

GROUPS = ["First steps", "Now", "Votes", "Meetings", "Papers", "Minutes and letters", "Actions"]


@dataclass(frozen=True)
class WorkItem:
    """One thing that waits: what to do, where, and by when if that is known."""

    text: str
    url: str
    group: str  # one of GROUPS, or a heading of its own
    detail: str = ""
    tag: str = ""
    tone: str = "wait"
    due: dt.date | None = None


@dataclass(frozen=True)
class Step:
    """One line of a card: done, or still to do."""

    text: str
    is_done: bool


@dataclass(frozen=True)
class WorkCard:
    """What comes next, above the list: how ready it is, and where to go."""

    title: str
    eyebrow: str
    steps: list[Step] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)  # label, address


@dataclass(frozen=True)
class WorkGroup:
    name: str
    items: list[WorkItem]


def gather(person) -> list[WorkGroup]:
    """Everything that awaits ``person``, by group, what is due first on top."""
    items = [item for name in settings.WORKLIST for item in import_string(name)(person)]
    names = [*GROUPS, *sorted({item.group for item in items} - set(GROUPS))]
    by_due = sorted(items, key=lambda item: item.due or dt.date.max)
    groups = [WorkGroup(name, [item for item in by_due if item.group == name]) for name in names]
    return [group for group in groups if group.items]


def next_up(person) -> WorkCard | None:
    """What comes next for ``person``, or None."""
    return import_string(settings.WORKLIST_CARD)(person)
