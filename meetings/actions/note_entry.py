import datetime as dt
from uuid import UUID, uuid4

from committee.audit import act, record
from committee.authority import require
from committee.models import LineKind, Person
from committee.order import reordered
from committee.refusals import Refused
from meetings import outline
from meetings.models import AgendaItem, Entry


@act
def note_entry(
    item: AgendaItem,
    *,
    by: Person,
    text: str,
    key: UUID | None = None,
    kind: str = LineKind.POINT,
    parent: Entry | None = None,
    after: Entry | None = None,
    at: dt.datetime | None = None,
    **words,
) -> Entry:
    """Write one line of the minutes: at the end, under ``parent``, or behind ``after``.

    Args:
        key: made by whoever types, so that sending a line twice makes one line.
        words: ``speaker`` as printed, ``speaker_person`` who it was,
            ``after_presenter_left``, ``restricted`` with its ``restricted_reason``.
    """
    key = key or uuid4()
    if known := Entry.objects.filter(key=key).first():
        return known
    item.refresh_from_db()
    require(by, "meetings.note_entry", item)
    _check_places(item, parent, after)
    ordered = outline.rows(item)
    last = max((one.position for one in ordered), default=-1)
    entry = Entry.objects.create(
        item=item, key=key, kind=kind, text=text, parent=parent, position=last + 1, **words
    )
    if after or parent:
        after = after or _last_reply(ordered, parent)
        outline.settle(reordered([*ordered, entry], entry, parent=parent, after=after))
    record("meetings.note_entry", entry, by=by, at=at, item=item.pk, kind=kind, key=str(key))
    return entry


def _check_places(item, *others):
    for other in others:
        if other is not None and other.item_id != item.pk:
            raise Refused("That line belongs to another item.")


def _last_reply(ordered, parent):
    replies = [one for one in ordered if one.parent_id == parent.pk]
    return replies[-1] if replies else None
