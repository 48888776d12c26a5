import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import AdvanceQuestion
from proposals.notices import tell


@act
def answer_question(
    question: AdvanceQuestion, *, by: Person, text: str, at: dt.datetime | None = None
) -> AdvanceQuestion:
    """Answer a question in writing before the meeting, or answer it better."""
    question.refresh_from_db()
    require(by, "proposals.answer_question", question)
    at = at or timezone.now()
    answered = {"answer": text, "answered_at": at, "answered_by": by}
    move(question, "answer_question", **answered)
    event = record("proposals.answer_question", question, by=by, at=at)
    tell([question.asked_by], event, page=question.get_absolute_url())
    return question
