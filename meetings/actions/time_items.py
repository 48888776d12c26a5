from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import in_order
from committee.refusals import Refused
from meetings.agenda import timetable
from meetings.models import AgendaItem, Meeting


@act
def time_items(meeting: Meeting, *, by: Person, minutes: dict[int, int]) -> Meeting:
    """Work out when each item begins, from when the meeting does and how long each takes.

    Args:
        minutes: by the key of the item; one that is not named takes no time.
    """
    meeting.refresh_from_db()
    require(by, "meetings.time_items", meeting)
    if meeting.starts_at is None:
        raise Refused("Say first when the meeting begins.")
    items = in_order(meeting.items.all())
    begins = timetable(items, meeting.starts_at, minutes)
    for item in items:
        item.starts_at = begins[item.pk]
    AgendaItem.objects.bulk_update(items, ["starts_at"])
    record("meetings.time_items", meeting, by=by, minutes=sum(minutes.values()))
    return meeting
