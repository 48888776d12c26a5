"""Who may do what. One function per act: None, or the reason why not, for the person to read."""

from committee.models import Role
from proposals.states import AdviceState

# --- decisions and advice


def _keeps_advice(person, what: str) -> str | None:
    if person.is_clock or person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return None
    return f"Only the chair, the vice chair and the secretariat {what}."


def record_decision(person, papers) -> str | None:
    return _keeps_advice(person, "record decisions")


def approve_advice(person, advice) -> str | None:
    if person.is_clock or person.holds(Role.CHAIR, Role.VICE_CHAIR):
        return None
    return "Only the chair and the vice chair approve advice."


def _edits(person, advice, what: str) -> str | None:
    if reason := _keeps_advice(person, what):
        return reason
    if advice.state != AdviceState.DRAFTED:
        return "This advice is approved: it can no longer change."
    return None


def add_advice_line(person, advice) -> str | None:
    return _edits(person, advice, "write advice")


def revise_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")


def move_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")


def remove_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")
