"""What several rules ask."""

from committee.models import VOTING_ROLES, Role
from proposals.states import CHANGED_BY_SECRETARIAT, STILL_WRITTEN


def submits(person, body) -> str | None:
    if person.is_secretariat:
        return None
    if not person.holds(Role.PRESENTER):
        return "Only the secretariat and the submitting bodies do this."
    bodies = person.appointments.current().filter(role=Role.PRESENTER)
    if body is None or not bodies.filter(organisation=body).exists():
        return "This belongs to another body."
    return None


def approves_advice(person) -> str | None:
    """Whoever approves minutes or signs a letter: their rules say which of those who vote does."""
    if person.is_clock or person.holds(*VOTING_ROLES):
        return None
    return "Only those who vote approve advice."


def changes(person, paper) -> str | None:
    if reason := submits(person, paper.proposal.submitting_body):
        return reason
    changeable = CHANGED_BY_SECRETARIAT if person.is_secretariat else STILL_WRITTEN
    if paper.state not in changeable:
        return f"This paper is {paper.get_state_display().lower()}: it can no longer change."
    return None
