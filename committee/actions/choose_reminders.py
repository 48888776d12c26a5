from committee.audit import act, record
from committee.authority import require
from committee.models import Person


@act
def choose_reminders(person: Person, *, by: Person, reminders: str) -> Person:
    """Say how often one wants to be reminded by mail."""
    require(by, "committee.choose_reminders", person)
    person.reminders = reminders
    person.save(update_fields=["reminders"])
    record("committee.choose_reminders", person, by=by, reminders=reminders)
    return person
