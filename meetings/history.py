"""What the lines of the minutes said before, kept in the act that changes them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from meetings.models import AgendaItem, Change, Entry, EntryVersion, Meeting

PAUSE = dt.timedelta(seconds=60)  # between two versions of which one is typed on from the other
WORDS = [
    "key",
    "version",
    "kind",
    "text",
    "speaker",
    "speaker_person_id",
    "after_presenter_left",
    "owner",
    "due",
    "restricted",
    "restricted_reason",
    "paragraph",
]


def keep(change: Change, *entries: Entry, by, at=None, item: AgendaItem | None = None) -> None:
    """Write down how ``entries`` stand now. Called inside the act that did it.

    Args:
        item: where this is said, if it is not the item in which they stand.
    """
    at = at or timezone.now()
    for entry in entries:  # mostly one: bulk_create would open a transaction of its own
        EntryVersion.objects.create(
            meeting_id=(item or entry.item).meeting_id,
            item=item or entry.item,
            change=change,
            parent_key=entry.parent.key if entry.parent_id else None,
            by=by,
            at=at,
            **{name: getattr(entry, name) for name in WORDS},
        )


def begin(entry: Entry, *, by, at=None) -> None:
    """Keep what a line says that has no history yet, before it is changed for the first time."""
    if not EntryVersion.objects.filter(key=entry.key).exists():
        keep(Change.FOUND, entry, by=by, at=at)


def last_change(**of) -> int:
    """The number of the last change of a line, anywhere or as ``of`` says; 0 if there was none."""
    newest = EntryVersion.objects.filter(**of).order_by("-pk")
    return newest.values_list("pk", flat=True).first() or 0


def of_line(meeting: Meeting, key: UUID):
    """Every version of a line, the newest first."""
    return (
        EntryVersion.objects.filter(meeting=meeting, key=key).select_related("by").order_by("-pk")
    )


@dataclass
class Told:
    """Versions that are told as one, the newest first: mostly there is one alone."""

    versions: list[EntryVersion]

    @property
    def shown(self) -> EntryVersion:
        return self.versions[0]

    @property
    def what(self) -> str:
        """What was done: a line that grew while it was written was written."""
        return self.versions[-1].get_change_display()


def folded(versions: Iterable[EntryVersion]) -> list[Told]:
    """``versions``, the newest first, with those together between which somebody typed on.

    Lines are saved while they are typed; what each pause left is still there, folded.
    """
    told: list[Told] = []
    for older in versions:
        if told and _typed_on(older, told[-1].versions[-1]):
            told[-1].versions.append(older)
        else:
            told.append(Told([older]))
    return told


def _typed_on(older: EntryVersion, newer: EntryVersion) -> bool:
    """Whether ``newer`` is ``older`` with more text, from the same hand and soon after."""
    is_soon = newer.at - older.at <= PAUSE
    grew = newer.change == Change.REVISED and older.change in {Change.NOTED, Change.REVISED}
    same = [name for name in [*WORDS, "by_id"] if name not in {"version", "text"}]
    return (
        grew
        and is_soon
        and newer.text.startswith(older.text)
        and all(getattr(newer, name) == getattr(older, name) for name in same)
    )


def removed_from(item: AgendaItem):
    """The last words of lines that were removed under ``item`` and not put back."""
    last = EntryVersion.objects.filter(key=OuterRef("key")).order_by("-pk").values("pk")[:1]
    gone = EntryVersion.objects.filter(item=item, change=Change.REMOVED, pk=Subquery(last))
    return gone.select_related("by").order_by("-pk")
