"""Who follows what was asked: undertakings, updates, what falls due."""

from meetings.permissions.common import only_secretariat
from meetings.permissions.lines import note_entry


def link_update(person, _entry) -> str | None:
    """At any time, of published minutes too: their words stay as they are."""
    return only_secretariat(person)


make_undertaking = link_update
hear_recommendation = note_entry
