import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Attendance, Capacity, Meeting, Presence
from meetings.moving import come, has_begun
from meetings.presence import initials_of


@act
def add_guest(
    meeting: Meeting,
    *,
    by: Person,
    name: str,
    person: Person | None = None,
    capacity: str = Capacity.GUEST,
    presence: str = Presence.PRESENT,
    items=(),
    at: dt.datetime | None = None,
    **words,
) -> Attendance:
    """Note somebody who attends without an appointment. Guests never vote.

    Args:
        items: those they come for; none for the whole meeting.
        words: ``rank``, ``role``, ``organisation``, ``initials``, ``joined_remotely``,
            ``substitute_for``.
    """
    meeting.refresh_from_db()
    require(by, "meetings.add_guest", meeting)
    if person and meeting.attendances.filter(person=person).exists():
        raise Refused(f"{person} is on the list already.")
    last = meeting.attendances.order_by("-position").first()
    guest = meeting.attendances.create(
        name=name,
        person=person,
        capacity=capacity,
        presence=presence,
        position=max(last.position + 1, 1000) if last else 1000,  # after those in office
        **{"initials": initials_of(name)} | words,
    )
    guest.items.set(items)
    if guest.is_here and has_begun(meeting):
        come(guest, at=at or timezone.now(), remote=guest.joined_remotely)
    record("meetings.add_guest", guest, by=by, at=at, meeting=meeting.slug, presence=presence)
    return guest
