from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Entry


@act
def unrestrict_entry(entry: Entry, *, by: Person) -> Entry:
    """Publish a line after all: it is no longer withheld."""
    entry.refresh_from_db()
    require(by, "meetings.unrestrict_entry", entry)
    Entry.objects.filter(pk=entry.pk).update(restricted=False, restricted_reason="")
    entry.refresh_from_db()
    record("meetings.unrestrict_entry", entry, by=by)
    return entry
