import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, Role
from committee.refusals import Refused


@act
def deactivate_person(person: Person, *, by: Person, at: dt.datetime | None = None) -> Person:
    """Close a person's sign-in. What they did and said stays on record."""
    require(by, "committee.deactivate_person", person)
    others = Person.objects.holding(Role.SECRETARIAT).filter(is_active=True).exclude(pk=person.pk)
    if person.is_secretariat and not others.exists():
        raise Refused("Somebody else must be appointed to the secretariat first.")
    if not Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        raise Refused(f"The sign-in of {person} is closed already.")
    person.refresh_from_db()
    record("committee.deactivate_person", person, by=by, at=at)
    return person
