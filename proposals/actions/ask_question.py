import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.actions.share_question import share_question
from proposals.models import AdvanceQuestion, Paper, PaperSection


@act
def ask_question(
    paper: Paper,
    *,
    by: Person,
    text: str,
    section: PaperSection | None = None,
    is_shared: bool = False,
    at: dt.datetime | None = None,
) -> AdvanceQuestion:
    """Ask of a paper before the meeting: a draft of one's own, until it is shared.

    Args:
        section: at which it is asked; None is about the paper as a whole.
        is_shared: share it with the committee in the same step.
    """
    paper.refresh_from_db()
    require(by, "proposals.ask_question", paper)
    if section and section.outline_id != paper.outline_id:
        raise Refused("This paper has no such section.")
    at = at or timezone.now()
    question = paper.advance_questions.create(section=section, text=text, asked_by=by, asked_at=at)
    record("proposals.ask_question", paper, by=by, at=at, question=question.pk)  # not its words
    return share_question(question, by=by, at=at) if is_shared else question
