from committee.audit import act
from committee.authority import require
from committee.models import Person
from meetings.models import PrivateNote


@act
def remove_note(note: PrivateNote, *, by: Person) -> None:
    """Remove one's own private note for good. The record does not tell that there was one."""
    require(by, "meetings.remove_note", note)
    note.delete()
