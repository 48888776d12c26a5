"""The questions asked of a paper before the meeting, as one reader may see them."""

from dataclasses import dataclass

from proposals.models import AdvanceQuestion, Paper
from proposals.states import QuestionState

TONES = {"drafted": "wait", "shared": "info", "sent": "line", "answered": "good"}
SOMEBODY = "A member of the committee"  # as the presenters are told


@dataclass(frozen=True)
class Asked:
    """One question with what its reader may know of it."""

    question: AdvanceQuestion
    who: str
    is_own: bool

    @property
    def tone(self) -> str:
        return TONES.get(self.question.state, "")

    @property
    def may_be_answered(self) -> bool:
        return self.question.state in {QuestionState.SENT, QuestionState.ANSWERED}

    @property
    def may_be_sent(self) -> bool:
        return self.question.state == QuestionState.SHARED

    @property
    def share_url(self) -> str:
        return self.question.url_to("share_question")

    @property
    def revise_url(self) -> str:
        return self.question.url_to("revise_question")

    @property
    def withdraw_url(self) -> str:
        return self.question.url_to("withdraw_question")

    @property
    def answer_url(self) -> str:
        return self.question.url_to("answer_question")


def asked_of(paper: Paper, reader) -> list[Asked]:
    """Every question of ``paper`` that ``reader`` may read, in the order of its sections."""
    found = AdvanceQuestion.objects.visible_to(reader).filter(paper=paper)
    found = found.exclude(state=QuestionState.WITHDRAWN)
    knows = reader.sits_with_committee
    told = []
    for question in found.select_related("asked_by", "answered_by", "section"):
        question.paper = paper
        is_own = question.asked_by_id == reader.pk
        who = "You" if is_own else str(question.asked_by) if knows else SOMEBODY
        told.append(Asked(question, who, is_own))
    return sorted(told, key=lambda one: (_position(one.question), one.question.pk))


def _position(question: AdvanceQuestion) -> int:
    """Questions about the paper as a whole come first."""
    return question.section.position if question.section else -1


def by_section(asked: list[Asked]) -> dict[str, list[Asked]]:
    """``asked`` by the key of the section at which each was put; "" is the paper as a whole."""
    found = {}
    for one in asked:
        key = one.question.section.key if one.question.section else ""
        found.setdefault(key, []).append(one)
    return found
