import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Appointment, Person, Role
from committee.refusals import Refused


@act
def end_appointment(
    appointment: Appointment, *, on: dt.date, by: Person, at: dt.datetime | None = None
) -> Appointment:
    """End a person's term: ``on`` is its last day."""
    require(by, "committee.end_appointment", appointment)
    appointment.refresh_from_db()
    if appointment.ends_on is not None:
        raise Refused(f"This appointment already ends on {appointment.ends_on:%-d %B %Y}.")
    if on < appointment.starts_on:
        raise Refused("An appointment cannot end before it starts.")
    if appointment.role == Role.SECRETARIAT and _is_the_last(appointment):
        raise Refused("Somebody else must be appointed to the secretariat first.")
    appointment.ends_on = on
    appointment.save(update_fields=["ends_on"])
    record(
        "committee.end_appointment",
        appointment.person,
        by=by,
        at=at,
        role=appointment.role,
        on=on.isoformat(),
    )
    return appointment


def _is_the_last(appointment: Appointment) -> bool:
    others = Appointment.objects.filter(
        role=Role.SECRETARIAT, ends_on=None, person__is_active=True
    ).exclude(person=appointment.person)
    return not others.exists()
