from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Entry


@act
def restrict_entry(entry: Entry, *, by: Person, reason: str) -> Entry:
    """Withhold a line from everything that is published; the reason is printed in its place."""
    entry.refresh_from_db()
    require(by, "meetings.restrict_entry", entry)
    Entry.objects.filter(pk=entry.pk).update(restricted=True, restricted_reason=reason)
    entry.refresh_from_db()
    record("meetings.restrict_entry", entry, by=by, reason=reason)
    return entry
