"""Who suggests corrections to draft minutes, and who decides on them."""

from committee.lifecycle import why_not_moved
from meetings.permissions.common import only_secretariat
from meetings.review import readers_of, why_no_more_suggestions
from meetings.states import MinutesState


def suggest_correction(person, version) -> str | None:
    if reason := why_no_more_suggestions(version):
        return reason
    if person.is_authenticated and readers_of(version.meeting).filter(pk=person.pk).exists():
        return None
    return "Those who were present and the voting members suggest corrections."


def accept_suggestion(person, suggestion) -> str | None:
    if suggestion.version.state in {MinutesState.APPROVED, MinutesState.PUBLISHED}:
        return "These minutes are approved: what they say no longer changes."
    return only_secretariat(person) or why_not_moved(suggestion, "accept_suggestion")


def decline_suggestion(person, suggestion) -> str | None:
    return only_secretariat(person) or why_not_moved(suggestion, "decline_suggestion")


def end_suggestions(person, version) -> str | None:
    return only_secretariat(person) or why_no_more_suggestions(version)
