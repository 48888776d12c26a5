import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import AdvanceQuestion, PaperSection


@act
def revise_question(
    question: AdvanceQuestion,
    *,
    by: Person,
    text: str,
    section: PaperSection | None = None,
    at: dt.datetime | None = None,
) -> AdvanceQuestion:
    """Put one's own question in other words, as long as nobody else has read it."""
    question.refresh_from_db()
    require(by, "proposals.revise_question", question)
    if section and section.outline_id != question.paper.outline_id:
        raise Refused("This paper has no such section.")
    question.text, question.section = text, section
    question.save(update_fields=["text", "section"])
    record("proposals.revise_question", question.paper, by=by, at=at, question=question.pk)
    return question
