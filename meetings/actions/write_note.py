from django.db.models import F
from django.utils import timezone

from committee.audit import act
from committee.authority import require
from committee.lines import Stale
from committee.models import Person
from meetings.models import AgendaItem, PrivateNote
from proposals.models import Paper


@act
def write_note(
    about: AgendaItem | Paper, *, by: Person, text: str, version: int = 0
) -> PrivateNote | None:
    """Keep what a member notes for themselves about an item or a paper, and tell nobody.

    A note without words is none. There is no event: the record would show who thinks about what.

    Args:
        version: of the note as it was read, or 0 where there was none. What was changed
            meanwhile in another window is not overwritten.
    """
    require(by, "meetings.write_note", about)
    field = "item" if isinstance(about, AgendaItem) else "paper"
    mine = PrivateNote.objects.filter(member=by, **{field: about})
    note = mine.first()
    if (note.text if note else "") == text:
        return note
    if version != (note.version if note else 0):
        raise Stale(note, {"text": text})
    if note is None:
        return mine.create(member=by, text=text, written_at=timezone.now(), **{field: about})
    if not text:
        note.delete()
        return None
    mine.update(text=text, version=F("version") + 1, written_at=timezone.now())
    note.refresh_from_db()
    return note
