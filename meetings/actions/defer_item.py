import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.agenda import left
from meetings.models import AgendaItem


@act
def defer_item(
    item: AgendaItem, *, by: Person, to: str = "", at: dt.datetime | None = None
) -> AgendaItem:
    """Put an item off, before or while it is on.

    Args:
        to: until when, in words that are printed: "the next meeting", "December".
    """
    at = at or timezone.now()
    item.refresh_from_db()
    require(by, "meetings.defer_item", item)
    stopped = left(item, at) if item.is_under_way else {}
    move(item, "defer_item", deferred_to=to, **stopped)
    record("meetings.defer_item", item, by=by, at=at, to=to)
    return item
