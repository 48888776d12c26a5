from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import all_under
from committee.refusals import Refused
from meetings import history, outline
from meetings.actions._following import follow
from meetings.models import AgendaItem, Change, Entry


@act
def move_entry(
    entry: Entry,
    *,
    by: Person,
    parent: Entry | None = None,
    after: Entry | None = None,
    item: AgendaItem | None = None,
) -> Entry:
    """Move a line and its replies under ``parent`` behind ``after``, or first there.

    To another ``item`` it goes to the end, unless it is said behind which line.
    """
    entry.refresh_from_db()
    require(by, "meetings.move_entry", entry)
    if item is not None and item.pk != entry.item_id:
        _to_item(entry, item, parent, after, by)
    else:
        _within(entry, parent, after)
        entry.refresh_from_db()
        history.keep(Change.MOVED, entry, by=by)
    record("meetings.move_entry", entry, by=by, item=entry.item_id, parent=entry.parent_id)
    return entry


def _within(entry, parent, after):
    ordered = outline.places(entry.item)
    block = {entry.pk, *(one.pk for one in all_under(ordered, entry))}
    for other in (parent, after):
        if other is not None and (other.item_id != entry.item_id or other.pk in block):
            raise Refused("A line moves among the other lines of its item.")
    outline.replace(ordered, entry, parent=parent, after=after)


def _to_item(entry, item, parent, after, by):
    here = entry.item
    if item.meeting_id != here.meeting_id:
        raise Refused("A line stays in the minutes of its meeting.")
    if any(other is not None and other.item_id != item.pk for other in (parent, after)):
        raise Refused("That line belongs to another item.")
    there = outline.places(item)
    after = outline.place_behind(there, parent, after)
    block = [entry, *all_under(outline.places(here), entry)]
    Entry.objects.filter(pk__in=[one.pk for one in block]).update(item=item)
    outline.replace([*there, *block], entry, parent=parent, after=after)
    history.keep(Change.GONE, entry, by=by, item=here)
    moved = list(Entry.objects.filter(pk__in=[one.pk for one in block]).order_by("position"))
    history.keep(Change.MOVED, *moved, by=by)
    entry.refresh_from_db()
    for one in moved:
        if one.owner:
            follow(one, by=by)
