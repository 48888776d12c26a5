from uuid import UUID

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings import history, outline
from meetings.actions._following import follow
from meetings.models import AgendaItem, Change, Entry, EntryVersion


@act
def restore_entry(
    item: AgendaItem, *, by: Person, key: UUID, after: Entry | None = None, first: bool = False
) -> Entry:
    """Put a line back that was removed: with its last words, where it stood or at the end."""
    if standing := Entry.objects.filter(key=key, item__meeting=item.meeting_id).first():
        return standing
    item.refresh_from_db()
    require(by, "meetings.restore_entry", item)
    removed = history.of_line(item.meeting, key).first()
    if removed is None:
        raise Refused("No such line was ever here.")
    known = Entry.objects.filter(item=item, key=removed.parent_key).first()
    entry = Entry(item=item, parent=known, **_words_of(removed))
    outline.add(entry, after=after, first=first)
    history.keep(Change.RESTORED, entry, by=by)
    if entry.owner:
        follow(entry, by=by)
    record("meetings.restore_entry", entry, by=by, item=item.pk, key=str(key))
    return entry


def _words_of(removed: EntryVersion) -> dict:
    """Its words; its version goes on, so that nothing begun before the removal fits it."""
    words = {name: getattr(removed, name) for name in history.WORDS}
    return words | {"version": removed.version + 1}
