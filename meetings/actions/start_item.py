import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.actions.finish_item import finish_item
from meetings.models import AgendaItem
from meetings.moving import note_quorum

WHATEVER = object()  # may be on


@act
def start_item(
    item: AgendaItem,
    *,
    by: Person,
    instead_of: AgendaItem | None = WHATEVER,
    at: dt.datetime | None = None,
) -> AgendaItem:
    """Take up an item; the one that is on, if any, is finished with it.

    Args:
        instead_of: the item that was on when this was asked for, None for none. Where another
            is on, somebody has moved on meanwhile, and the act is refused.
    """
    at = at or timezone.now()
    item.refresh_from_db()
    require(by, "meetings.start_item", item)
    on = item.meeting.item_on()
    if instead_of not in (WHATEVER, on):
        now = f"“{on}” is on now" if on else "no item is on now"
        raise Refused(
            f"Somebody else has moved on meanwhile: {now}. If “{item}” comes next, start it again."
        )
    if on:
        finish_item(on, by=by, at=at)
    move(item, "start_item", began_at=at)
    record("meetings.start_item", item, by=by, at=at, **note_quorum(item.meeting, at=at))
    return item
