import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.actions.defer_item import defer_item
from meetings.models import Meeting
from meetings.reached import not_reached


@act
def defer_rest(
    meeting: Meeting, *, by: Person, to: str = "", at: dt.datetime | None = None
) -> Meeting:
    """Put off every item that was not reached.

    Args:
        to: until when, in words that are printed.
    """
    meeting.refresh_from_db()
    require(by, "meetings.defer_rest", meeting)
    items = not_reached(meeting)
    for item in items:
        defer_item(item, by=by, to=to, at=at)
    record("meetings.defer_rest", meeting, by=by, at=at, items=[item.pk for item in items], to=to)
    return meeting
