from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings import history
from meetings.models import Change, Entry


@act
def unrestrict_entry(entry: Entry, *, by: Person) -> Entry:
    """Publish a line after all: it is no longer withheld."""
    entry.refresh_from_db()
    require(by, "meetings.unrestrict_entry", entry)
    history.begin(entry, by=by)
    Entry.objects.filter(pk=entry.pk).update(restricted=False, restricted_reason="")
    entry.refresh_from_db()
    history.keep(Change.OPENED, entry, by=by)
    record("meetings.unrestrict_entry", entry, by=by)
    return entry
