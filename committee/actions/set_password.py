from committee.audit import act, record
from committee.authority import require
from committee.models import Person


@act
def set_password(person: Person, hashed: str, *, by: Person) -> Person:
    """Give ``person`` the password they chose; every session under the old one ends.

    Args:
        hashed: made by ``make_password`` before: it is slow, and the act holds the write lock.
    """
    require(by, "committee.set_password", person)
    person.password = hashed
    person.save(update_fields=["password"])
    record("committee.set_password", person, by=by)
    return person
