import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Interest
from meetings.moving import note_quorum
from meetings.packs import order_missing
from meetings.recusal import facts_of


@act
def withdraw_interest(interest: Interest, *, by: Person, at: dt.datetime | None = None) -> Interest:
    """Take back an interest: from now on nothing follows from it. That it stood stays on record."""
    interest.refresh_from_db()
    require(by, "meetings.withdraw_interest", interest)
    interest.withdrawn_at, interest.withdrawn_by = at or timezone.now(), by
    interest.save(update_fields=["withdrawn_at", "withdrawn_by"])
    facts = facts_of(interest) | note_quorum(interest.meeting, at=at)
    facts |= order_missing(interest.member)
    record("meetings.withdraw_interest", interest, by=by, at=at, **facts)
    return interest
