"""Who may do what. One function per act: None, or the reason why not, for the person to read.

What grows has a module of its own beside this one, imported here.
"""

from committee.models import VOTING_ROLES, Role
from proposals.permissions.case_file import (  # noqa: F401 -- one place to ask
    fail_case_file,
    finish_case_file,
    order_case_file,
)
from proposals.permissions.checking import (  # noqa: F401 -- one place to ask
    add_check_point,
    match_predecessor,
    retire_check_point,
    return_paper,
    tick_check,
)
from proposals.permissions.common import approves_advice, changes, submits
from proposals.permissions.files import (  # noqa: F401 -- one place to ask
    mark_file_confidential,
    mark_file_public,
    refuse_file,
    release_file,
)
from proposals.permissions.ledger import (  # noqa: F401 -- one place to ask
    answer_recommendation,
    chase_return,
    close_recommendation,
    expect_return,
    keep_recommendation,
    keep_rest,
    record_response,
    record_undertaking,
    replace_recommendation,
    revise_recommendation,
    rule_on_recommendation,
    why_silent,
)
from proposals.permissions.questions import (  # noqa: F401 -- one place to ask
    answer_question,
    ask_question,
    revise_question,
    send_questions,
    share_question,
    withdraw_question,
)
from proposals.permissions.writing import (  # noqa: F401 -- one place to ask
    defer_paper,
    revise_outline,
    set_evidence,
    set_requirements,
    write_section,
)
from proposals.states import (
    AdviceState,
    LetterState,
    MatchState,
)

# --- decisions and advice


def _keeps_advice(person, what: str) -> str | None:
    if person.is_clock or person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return None
    return f"Only the chair, the vice chair and the secretariat {what}."


def record_decision(person, papers) -> str | None:
    """Whoever conducts the vote: its rules say which of those who vote does."""
    if person.is_clock or person.holds(*VOTING_ROLES, Role.SECRETARIAT):
        return None
    return "Only those who vote and the secretariat record decisions."


def approve_advice(person, advice) -> str | None:
    return approves_advice(person) or (None if person.is_clock else why_silent(advice))


def _edits(person, advice, what: str) -> str | None:
    if reason := _keeps_advice(person, what):
        return reason
    if advice.state != AdviceState.DRAFTED:
        return "This advice is approved: it can no longer change."
    return None


def add_advice_line(person, advice) -> str | None:
    if reason := _edits(person, advice, "write advice"):
        return reason
    if advice.decisions.exists() or advice.lines.exists() or not advice.rulings.exists():
        return None
    return "This only says what became of earlier points: ask new ones in advice on a paper."


def revise_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")


def move_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")


def remove_advice_line(person, line) -> str | None:
    return _edits(person, line.advice, "write advice")


# --- letters


def draft_letter(person, advice) -> str | None:
    return _keeps_advice(person, "write letters")


def revise_letter(person, letter) -> str | None:
    if reason := _keeps_advice(person, "write letters"):
        return reason
    if letter.state != LetterState.DRAFTED:
        return f"This letter is {letter.get_state_display().lower()}: it can no longer change."
    return None


def approve_letter(person, letter) -> str | None:
    if not person.holds(Role.CHAIR, Role.VICE_CHAIR):
        return "Only the chair and the vice chair approve letters."
    return why_silent(letter.advice)


def send_letter(person, letter) -> str | None:
    if not person.is_secretariat:
        return "Only the secretariat sends letters."
    return None


# --- proposals and papers


def add_proposal(person, body) -> str | None:
    return submits(person, body)


def revise_proposal(person, proposal) -> str | None:
    if proposal.is_public and not person.is_secretariat:
        return "This proposal is on the open register: the secretariat changes what it says."
    return submits(person, proposal.submitting_body)


def draft_paper(person, proposal) -> str | None:
    return submits(person, proposal.submitting_body)


def revise_paper(person, paper) -> str | None:
    return changes(person, paper)


def submit_paper(person, paper) -> str | None:
    return submits(person, paper.proposal.submitting_body)


def accept_paper(person, _paper) -> str | None:
    if person.is_secretariat:
        return None
    return "Only the secretariat accepts papers."


def withdraw_paper(person, paper) -> str | None:
    return submits(person, paper.proposal.submitting_body)


def attach_file(person, paper) -> str | None:
    return changes(person, paper)


def remove_file(person, file) -> str | None:
    return changes(person, file.paper)


# --- records: which proposal a paper of a record belongs to


def _keeps_register(person) -> str | None:
    if person.is_authenticated and (person.is_clock or person.is_secretariat):
        return None
    return "Only the secretariat keeps the register of proposals."


def merge_proposals(person, _proposal) -> str | None:
    return _keeps_register(person)


def confirm_match(person, match) -> str | None:
    if reason := _keeps_register(person):
        return reason
    return None if match.state == MatchState.OPEN else "This question is answered."


reject_match = confirm_match


# --- reading


def mark_read(person, paper) -> str | None:
    if person.is_authenticated and person.sits_with_committee:
        return None
    return "Reading marks are kept for those who sit with the committee."


mark_unread = mark_read
