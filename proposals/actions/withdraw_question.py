import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import AdvanceQuestion


@act
def withdraw_question(
    question: AdvanceQuestion, *, by: Person, at: dt.datetime | None = None
) -> AdvanceQuestion:
    """Take one's own question back, as long as it is not answered."""
    question.refresh_from_db()
    require(by, "proposals.withdraw_question", question)
    move(question, "withdraw_question")
    record("proposals.withdraw_question", question.paper, by=by, at=at, question=question.pk)
    return question
