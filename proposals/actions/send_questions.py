import datetime as dt
from collections.abc import Collection

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from proposals.models import AdvanceQuestion, Paper
from proposals.notices import presenters_of, tell


@act
def send_questions(
    paper: Paper,
    *,
    by: Person,
    questions: Collection[AdvanceQuestion],
    at: dt.datetime | None = None,
) -> Paper:
    """Send questions that members shared to whoever presents the paper, without their names."""
    paper.refresh_from_db()
    require(by, "proposals.send_questions", paper)
    if not questions:
        raise Refused("Choose at least one question.")
    at = at or timezone.now()
    for question in questions:
        if question.paper_id != paper.pk:
            raise Refused("That question is about another paper.")
        move(question, "send_questions", sent_at=at, sent_by=by)
    sent = [question.pk for question in questions]
    event = record("proposals.send_questions", paper, by=by, at=at, questions=sent)
    tell(presenters_of(paper), event, page=paper.url_to("questions"))
    return paper
