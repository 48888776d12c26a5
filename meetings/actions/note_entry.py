import datetime as dt
from uuid import UUID, uuid4

from committee.audit import act, record
from committee.authority import require
from committee.models import LineKind, Person
from committee.refusals import Refused
from meetings import history, outline
from meetings.actions._following import follow
from meetings.models import AgendaItem, Change, Entry


@act
def note_entry(  # noqa: PLR0913 -- a line has this many facts
    item: AgendaItem,
    *,
    by: Person,
    text: str,
    key: UUID | None = None,
    kind: str = LineKind.POINT,
    parent: Entry | None = None,
    after: Entry | None = None,
    first: bool = False,
    at: dt.datetime | None = None,
    **words,
) -> Entry:
    """Write one line of the minutes: at the end, under ``parent``, or behind ``after``.

    Args:
        key: made by whoever types, so that sending a line twice makes one line.
        first: before the others there, instead of behind them.
        words: ``speaker`` as printed, ``speaker_person`` who it was,
            ``after_presenter_left``, ``restricted`` with its ``restricted_reason``; of an
            action its ``owner`` and ``due``: it is then among the actions of the meeting.
    """
    key = key or uuid4()
    if known := Entry.objects.filter(key=key).first():
        return known
    item.refresh_from_db(from_queryset=AgendaItem.objects.select_related("meeting"))
    require(by, "meetings.note_entry", item)
    for other in (parent, after):
        if other is not None and other.item_id != item.pk:
            raise Refused("That line belongs to another item.")
    entry = Entry(item=item, key=key, kind=kind, text=text, parent=parent, **words)
    outline.add(entry, after=after, first=first)
    history.keep(Change.NOTED, entry, by=by, at=at)
    if entry.owner:
        follow(entry, by=by, at=at)
    record("meetings.note_entry", entry, by=by, at=at, item=item.pk, kind=kind, key=str(key))
    return entry
