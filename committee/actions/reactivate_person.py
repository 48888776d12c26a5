import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused


@act
def reactivate_person(person: Person, *, by: Person, at: dt.datetime | None = None) -> Person:
    """Open a person's sign-in again."""
    require(by, "committee.reactivate_person", person)
    if not Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        raise Refused(f"The sign-in of {person} is open already.")
    person.refresh_from_db()
    record("committee.reactivate_person", person, by=by, at=at)
    return person
