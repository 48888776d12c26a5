"""Questions asked before the meeting, as they stand in the minute book ready to be put.

The line that puts a question has a key made of the question: so it is put once, however often
and from however many windows it is asked for, and a line that was removed can be put again.
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

from committee.models import Person, Role
from meetings.models import AgendaItem, Entry
from proposals.models import AdvanceQuestion
from proposals.states import QuestionState

NAMES = UUID("6f0f7e9e-2b0c-5a0e-9a53-0d1f6f4e2c11")
READY = [QuestionState.SHARED, QuestionState.SENT, QuestionState.ANSWERED]


def key_of(question: AdvanceQuestion) -> UUID:
    """The key of the line that puts ``question``."""
    return uuid5(NAMES, f"question {question.pk}")


def key_of_answer(question: AdvanceQuestion) -> UUID:
    return uuid5(NAMES, f"answer {question.pk}")


@dataclass(frozen=True)
class ToPut:
    """One question under an item: whether it is in the minutes, and its written answer too."""

    question: AdvanceQuestion
    speaker: str
    is_put: bool
    has_answer: bool  # among the lines

    @property
    def answer_waits(self) -> bool:
        return bool(self.is_put and self.question.answer and not self.has_answer)


def asked_in(item: AgendaItem, reader: Person) -> list[ToPut]:
    """What was asked of the papers of ``item``, in the order of the papers and their sections."""
    papers = [paper.pk for paper in item.papers.all()]
    if not papers:
        return []
    found = AdvanceQuestion.objects.visible_to(reader).filter(paper__in=papers, state__in=READY)
    found = list(found.select_related("asked_by", "section", "paper"))
    keys = {key for one in found for key in (key_of(one), key_of_answer(one))}
    noted = set(Entry.objects.filter(key__in=keys).values_list("key", flat=True))
    advisers = _advisers(found)
    found.sort(key=lambda one: (papers.index(one.paper_id), _position(one), one.pk))
    return [
        ToPut(
            one,
            _label(one, advisers),
            key_of(one) in noted,
            key_of_answer(one) in noted,
        )
        for one in found
    ]


def speaker_of(question: AdvanceQuestion) -> str:
    """By which role the minutes call whoever asked."""
    return _label(question, _advisers([question]))


def _label(question, advisers) -> str:
    return str((Role.ADVISER if question.asked_by_id in advisers else Role.MEMBER).label)


def _advisers(questions) -> set[int]:
    people = {one.asked_by_id for one in questions}
    held = Person.objects.holding(Role.ADVISER).filter(pk__in=people)
    return set(held.values_list("pk", flat=True))


def _position(question) -> int:
    return question.section.position if question.section else -1
