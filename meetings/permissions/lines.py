"""Who writes the minutes line by line, and the actions."""

from meetings.permissions.common import only_secretariat
from meetings.stages import why_not_minuted


def note_entry(person, item) -> str | None:
    """The secretariat writes; the system adds what an act of the meeting says of itself."""
    reason = None if person.is_authenticated and person.is_clock else only_secretariat(person)
    return reason or why_not_minuted(item.meeting)


restore_entry = put_question = note_entry


def revise_entry(person, entry) -> str | None:
    return note_entry(person, entry.item)


move_entry = restrict_entry = unrestrict_entry = revise_entry


def remove_entry(person, entry) -> str | None:
    reason = revise_entry(person, entry)
    if reason or not entry.replies.exists():
        return reason
    return "This line has replies. Remove them or move them away first."


def sync_line(person, _meeting) -> str | None:
    return only_secretariat(person)


def add_phrase(person, _subject) -> str | None:
    return only_secretariat(person)


revise_phrase = remove_phrase = add_phrase


def add_action(person, meeting) -> str | None:
    return only_secretariat(person) or why_not_minuted(meeting)


def revise_action(person, action) -> str | None:
    return add_action(person, action.meeting)


def add_action_update(person, _action) -> str | None:
    return only_secretariat(person)


complete_action = drop_action = reopen_action = add_action_update
