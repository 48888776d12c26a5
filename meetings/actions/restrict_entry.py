from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings import history
from meetings.models import Change, Entry


@act
def restrict_entry(entry: Entry, *, by: Person, reason: str) -> Entry:
    """Withhold a line from everything that is published; the reason is printed in its place."""
    entry.refresh_from_db()
    require(by, "meetings.restrict_entry", entry)
    history.begin(entry, by=by)
    Entry.objects.filter(pk=entry.pk).update(restricted=True, restricted_reason=reason)
    entry.refresh_from_db()
    history.keep(Change.WITHHELD, entry, by=by)
    record("meetings.restrict_entry", entry, by=by, reason=reason)
    return entry
