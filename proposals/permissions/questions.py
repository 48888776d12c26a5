"""Who asks of a paper before the meeting, who sends it on, and who answers."""

from committee.lifecycle import why_not_moved
from committee.models import VOTING_ROLES, Role
from proposals.permissions.common import submits
from proposals.states import PaperState, QuestionState

READS = {*VOTING_ROLES, Role.ADVISER}


def _is_open(paper) -> str | None:
    if paper.state == PaperState.ACCEPTED:
        return None
    return f"This paper is {paper.get_state_display().lower()}: nothing more is asked before it."


def ask_question(person, paper) -> str | None:
    if not person.is_authenticated or READS.isdisjoint(person.roles_today):
        return "Members and advisers ask questions."
    return _is_open(paper)


def _own(person, question) -> str | None:
    if question.asked_by_id != person.pk:
        return "Only whoever asks a question may do this."
    return ask_question(person, question.paper)


def revise_question(person, question) -> str | None:
    if reason := _own(person, question):
        return reason
    if question.state != QuestionState.DRAFTED:
        return "Others have read this question: withdraw it, and ask another."
    return None


def share_question(person, question) -> str | None:
    return _own(person, question)


def withdraw_question(person, question) -> str | None:
    return _own(person, question) or why_not_moved(question, "withdraw_question")


def send_questions(person, paper) -> str | None:
    if not person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):
        return "The secretariat and the chair send questions to the presenters."
    return _is_open(paper)


def answer_question(person, question) -> str | None:
    body = question.paper.proposal.submitting_body
    return submits(person, body) or _is_open(question.paper)
