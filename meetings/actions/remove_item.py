import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import in_order
from committee.refusals import Refused
from meetings.agenda import are_as_suggested, settle
from meetings.models import AgendaItem
from meetings.papers import hear_papers


@act
def remove_item(
    item: AgendaItem,
    *,
    by: Person,
    at: dt.datetime | None = None,
) -> None:
    """Take an item off the agenda; its papers wait for another."""
    item.refresh_from_db()
    require(by, "meetings.remove_item", item)
    if item.children.exists():
        raise Refused("This item has items of its own under it. Remove or move those first.")
    renumber = are_as_suggested(in_order(item.meeting.items.all()))
    hear_papers(item, [])
    record("meetings.remove_item", item, by=by, at=at, kind=item.kind)
    item.delete()
    settle(in_order(item.meeting.items.all()), renumber=renumber)
