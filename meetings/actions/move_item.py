from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import in_order, reordered
from committee.refusals import Refused
from meetings.agenda import are_as_suggested, check_parent, settle
from meetings.models import AgendaItem


@act
def move_item(
    item: AgendaItem,
    *,
    by: Person,
    after: AgendaItem | None = None,
    parent: AgendaItem | None = None,
) -> AgendaItem:
    """Move an item, with those under it, behind ``after`` (or first) under ``parent`` (or none).

    Numbers that nobody typed follow the new order.
    """
    item.refresh_from_db()
    require(by, "meetings.move_item", item)
    check_parent(item, parent, item.meeting)
    ordered = in_order(item.meeting.items.all())
    if after is not None and (after.meeting_id != item.meeting_id or after.pk == item.pk):
        raise Refused("An item moves behind another of the same meeting.")
    if after is not None and after.parent_id != (parent and parent.pk):
        raise Refused("An item moves behind another of the same level.")
    renumber = are_as_suggested(ordered)
    mine = next(one for one in ordered if one.pk == item.pk)
    mine.parent = parent
    settle(reordered(ordered, mine, parent=parent, after=after), renumber=renumber)
    item.refresh_from_db()
    record("meetings.move_item", item, by=by, after=after and after.pk, parent=parent and parent.pk)
    return item
