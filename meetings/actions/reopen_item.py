import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.models import AgendaItem


@act
def reopen_item(item: AgendaItem, *, by: Person, at: dt.datetime | None = None) -> AgendaItem:
    """Put an item that was finished or deferred back on the running order."""
    item.refresh_from_db()
    require(by, "meetings.reopen_item", item)
    move(item, "reopen_item", deferred_to="")
    record("meetings.reopen_item", item, by=by, at=at)
    return item
