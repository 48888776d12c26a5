import datetime as dt

from committee import lines
from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings import history
from meetings.actions._following import follow
from meetings.models import Change, Entry


@act
def revise_entry(
    entry: Entry, *, by: Person, version: int, at: dt.datetime | None = None, **changes
) -> Entry:
    """Change the words of a line, unless somebody else has changed it since ``version``.

    Args:
        version: of the line the editor started from; a stale one raises ``lines.Stale``.
        changes: ``text``, ``kind``, ``speaker``, ``speaker_person``, ``after_presenter_left``,
            ``owner``, ``due``.
    """
    entry.refresh_from_db()
    require(by, "meetings.revise_entry", entry)
    changed = {name: new for name, new in changes.items() if getattr(entry, name) != new}
    if not changed:  # saved already, by this editor or by another with the same words
        return entry
    history.begin(entry, by=by, at=at)
    lines.revise(entry, version=version, **changes)
    history.keep(Change.REVISED, entry, by=by, at=at)
    follow(entry, by=by, at=at)
    record(
        "meetings.revise_entry", entry, by=by, at=at, changed=sorted(changed), version=entry.version
    )
    return entry
