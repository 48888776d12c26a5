import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import AgendaItem, Interest
from meetings.presence import who_may_chair


@act
def chair_item(
    item: AgendaItem, *, by: Person, chair: Person | None, at: dt.datetime | None = None
) -> AgendaItem:
    """Note who takes the chair for one item; None for whoever chairs the meeting."""
    item.refresh_from_db()
    require(by, "meetings.chair_item", item)
    if chair == item.meeting.chaired_by:
        chair = None
    if chair is not None:
        _check(chair, item)
    item.chaired_by = chair
    item.save(update_fields=["chaired_by"])
    record("meetings.chair_item", item, by=by, at=at, chair=chair and chair.name)
    return item


def _check(chair, item):
    if not who_may_chair(item).filter(person=chair).exists():
        raise Refused(f"{chair} cannot take the chair: only a voting member who is here can.")
    if Interest.objects.in_item(item).barring_votes().filter(member=chair).exists():
        raise Refused(f"{chair} cannot take the chair: they declared an interest in this item.")
