"""Who follows what was asked: undertakings, updates, what falls due."""

from committee.models import Role
from meetings.models import ItemKind, Telling
from meetings.permissions.common import only_secretariat
from meetings.permissions.lines import note_entry
from meetings.stages import why_not_under_way


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


def settle_recommendation(person, item) -> str | None:
    """Whoever writes advice, while the meeting lasts and hears what became of things."""
    in_charge = Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT
    if not (person.is_authenticated and person.holds(*in_charge)):
        return "Only the chair, the vice chair and the secretariat close points or keep them open."
    if item.kind != ItemKind.ACTIONS_UPDATE:
        return "The meeting rules on earlier points under its update on actions."
    return why_not_under_way(item.meeting)
