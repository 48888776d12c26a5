"""Who has the pack made, and who keeps private notes."""

from meetings.permissions.agenda import order_agenda


def order_pack(person, meeting) -> str | None:
    return order_agenda(person, meeting)


def write_note(person, _about) -> str | None:
    if person.is_authenticated and person.sits_with_committee:
        return None
    return "Private notes are kept for those who sit with the committee."


def remove_note(person, note) -> str | None:
    return None if note.member_id == person.pk else "This is somebody else’s note."
