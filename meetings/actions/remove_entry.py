from committee import lines
from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings import history
from meetings.actions._following import let_go
from meetings.models import Change, Entry


@act
def remove_entry(entry: Entry, *, by: Person, version: int) -> None:
    """Take a line out of the minutes, unless somebody else has changed it since ``version``.

    Its last words stay in its history, from which it can be put back.
    """
    entry.refresh_from_db()
    require(by, "meetings.remove_entry", entry)
    if entry.version != version:
        raise lines.Stale(entry, {})
    history.keep(Change.REMOVED, entry, by=by)
    let_go(entry)
    record("meetings.remove_entry", entry, by=by, item=entry.item_id, kind=entry.kind)
    entry.delete()
