"""Who writes a paper, says what it rests on, and says what papers are asked."""

from proposals.permissions.common import submits
from proposals.states import STILL_WRITTEN, PaperState

DEFERRED_WHILE = STILL_WRITTEN | {PaperState.SUBMITTED, PaperState.ACCEPTED}


def write_section(person, paper) -> str | None:
    """Until it is submitted, and again while it is returned: else its readers read on sand."""
    if reason := submits(person, paper.proposal.submitting_body):
        return reason
    if paper.state not in STILL_WRITTEN:
        return f"This paper is {paper.get_state_display().lower()}: its text can no longer change."
    return None


set_evidence = write_section


def defer_paper(person, paper) -> str | None:
    if reason := submits(person, paper.proposal.submitting_body):
        return reason
    if paper.state not in DEFERRED_WHILE:
        return f"This paper is {paper.get_state_display().lower()}: it waits for no meeting."
    return None


def set_requirements(person, _terms) -> str | None:
    if person.is_authenticated and (person.is_secretariat or person.is_clock):
        return None
    return "Only the secretariat says what papers are asked."


revise_outline = set_requirements
