import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Appointment, Organisation, Person
from committee.refusals import Refused


@act
def appoint(
    person: Person,
    *,
    role: str,
    starts_on: dt.date,
    by: Person,
    organisation: Organisation | None = None,
    post: str = "",
    ends_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> Appointment:
    """Give a person a role from a day on: from then they may do what the role may."""
    require(by, "committee.appoint", person)
    if ends_on and ends_on < starts_on:
        raise Refused("An appointment cannot end before it starts.")
    clashing = person.appointments.filter(role=role).exclude(ends_on__lt=starts_on)
    if ends_on:
        clashing = clashing.filter(starts_on__lte=ends_on)
    if earlier := clashing.first():
        raise Refused(f"{person} already holds this role: {earlier}. End that first.")
    appointment = person.appointments.create(
        role=role, starts_on=starts_on, ends_on=ends_on, organisation=organisation, post=post
    )
    record(
        "committee.appoint",
        person,
        by=by,
        at=at,
        role=role,
        starts_on=starts_on.isoformat(),
        ends_on=ends_on and ends_on.isoformat(),
        organisation=organisation and organisation.name,
        post=post,
    )
    return appointment
