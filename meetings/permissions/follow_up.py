"""Who follows what was asked: undertakings, updates, what falls due."""

from meetings.models import Telling
from meetings.permissions.common import only_secretariat
from meetings.permissions.lines import note_entry


def link_update(person, _entry) -> str | None:
    """At any time, of published minutes too: their words stay as they are."""
    return only_secretariat(person)


def make_undertaking(person, entry) -> str | None:
    """Once for each line: what is undertaken twice would be asked for, and counted, twice."""
    made = entry.ledger_links.filter(telling=Telling.UNDERTAKES).select_related("recommendation")
    if reason := only_secretariat(person):
        return reason
    if first := made.first():
        return f"This line made undertaking {first.recommendation} already. Change that one."
    return None


hear_recommendation = note_entry
