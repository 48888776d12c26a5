import datetime as dt

from committee.actions.invite_person import invite_person
from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused


@act
def add_person(
    *,
    name: str,
    email: str,
    by: Person,
    initials: str = "",
    invite: bool = False,
    at: dt.datetime | None = None,
) -> Person:
    """Enter a person the committee knows by name; ``invite`` also sends them their link."""
    require(by, "committee.add_person", None)
    if Person.objects.filter(email__iexact=email.strip()).exists():
        raise Refused(f"Somebody with the address {email.strip()} is entered already.")
    person = Person.objects.create_user(email, name.strip())
    if initials:
        person.initials = initials
        person.save(update_fields=["initials"])
    record("committee.add_person", person, by=by, at=at, email=person.email)
    if invite:
        invite_person(person, by=by, at=at)
    return person
