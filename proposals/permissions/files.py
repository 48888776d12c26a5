from proposals.permissions.common import submits
from proposals.states import STILL_WRITTEN


def mark_file_public(person, file) -> str | None:
    if reason := mark_file_confidential(person, file):
        return reason
    if not file.is_ready:
        return f"This file is not ready: {file.get_state_display().lower()}."
    return None


def mark_file_confidential(person, file) -> str | None:
    """Its body while it writes; after that the secretariat, also once it is published."""
    if reason := submits(person, file.paper.proposal.submitting_body):
        return reason
    if not person.is_secretariat and file.paper.state not in STILL_WRITTEN:
        return "This paper is submitted: the secretariat keeps what is public of it."
    return None


def release_file(person, _file) -> str | None:
    return None if person.is_clock else "Files are released by the virus scanner."


refuse_file = release_file
