"""What the lines of the minutes said before, kept in the act that changes them."""

from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from meetings.models import AgendaItem, Change, Entry, EntryVersion, Meeting

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


def removed_from(item: AgendaItem):
    """The last words of lines that were removed under ``item`` and not put back."""
    last = EntryVersion.objects.filter(key=OuterRef("key")).order_by("-pk").values("pk")[:1]
    gone = EntryVersion.objects.filter(item=item, change=Change.REMOVED, pk=Subquery(last))
    return gone.select_related("by").order_by("-pk")
