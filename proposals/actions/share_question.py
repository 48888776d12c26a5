import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import AdvanceQuestion


@act
def share_question(
    question: AdvanceQuestion, *, by: Person, at: dt.datetime | None = None
) -> AdvanceQuestion:
    """Let the committee read one's own question."""
    require(by, "proposals.share_question", question)
    move(question, "share_question")
    record("proposals.share_question", question, by=by, at=at)
    return question
