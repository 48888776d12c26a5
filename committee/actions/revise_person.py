import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused


@act
def revise_person(
    person: Person,
    *,
    name: str,
    email: str,
    by: Person,
    initials: str = "",
    at: dt.datetime | None = None,
) -> Person:
    """Correct a person's name, initials or address. Minutes keep the name they were made with."""
    require(by, "committee.revise_person", person)
    if Person.objects.filter(email__iexact=email.strip()).exclude(pk=person.pk).exists():
        raise Refused(f"Somebody with the address {email.strip()} is entered already.")
    before = {"name": person.name, "email": person.email, "initials": person.initials}
    person.name, person.email, person.initials = name.strip(), email.strip().lower(), initials
    person.save(update_fields=["name", "email", "initials"])
    record("committee.revise_person", person, by=by, at=at, before=before)
    return person
