import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.agenda import left
from meetings.models import AgendaItem


@act
def finish_item(item: AgendaItem, *, by: Person, at: dt.datetime | None = None) -> AgendaItem:
    """Leave the item that is on; how long it took is kept."""
    at = at or timezone.now()
    item.refresh_from_db()
    require(by, "meetings.finish_item", item)
    move(item, "finish_item", **left(item, at))
    record("meetings.finish_item", item, by=by, at=at, minutes=item.minutes_spent)
    return item
