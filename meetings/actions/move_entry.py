from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import all_under, reordered
from committee.refusals import Refused
from meetings import outline
from meetings.models import AgendaItem, Entry


@act
def move_entry(
    entry: Entry,
    *,
    by: Person,
    parent: Entry | None = None,
    after: Entry | None = None,
    item: AgendaItem | None = None,
) -> Entry:
    """Move a line and its replies under ``parent`` behind ``after``, or to the end of ``item``."""
    entry.refresh_from_db()
    require(by, "meetings.move_entry", entry)
    if item is not None and item.pk != entry.item_id:
        _to_item(entry, item)
    else:
        _within(entry, parent, after)
    entry.refresh_from_db()
    record("meetings.move_entry", entry, by=by, item=entry.item_id, parent=entry.parent_id)
    return entry


def _within(entry, parent, after):
    ordered = outline.rows(entry.item)
    block = {entry.pk, *(one.pk for one in all_under(ordered, entry))}
    for other in (parent, after):
        if other is not None and (other.item_id != entry.item_id or other.pk in block):
            raise Refused("A line moves among the other lines of its item.")
    Entry.objects.filter(pk=entry.pk).update(parent=parent)
    outline.settle(reordered(ordered, entry, parent=parent, after=after))


def _to_item(entry, item):
    if item.meeting_id != entry.item.meeting_id:
        raise Refused("A line stays in the minutes of its meeting.")
    ordered = outline.rows(entry.item)
    block = [entry, *all_under(ordered, entry)]
    there = outline.rows(item)
    Entry.objects.filter(pk__in=[one.pk for one in block]).update(item=item)
    Entry.objects.filter(pk=entry.pk).update(parent=None)
    outline.settle([*there, *block])
