import datetime as dt

from django.conf import settings
from django.utils.module_loading import import_string

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from proposals.ledger import take_back_answers
from proposals.models import Paper
from proposals.notices import tell_secretariat


@act
def withdraw_paper(
    paper: Paper, *, by: Person, reason: str = "", at: dt.datetime | None = None
) -> Paper:
    """Take a paper back that no meeting has considered yet; it stays on record as withdrawn.

    Not while a meeting hears it or votes on it: the outcome would have no paper to be about.
    What it answered is to be answered again.
    """
    require(by, "proposals.withdraw_paper", paper)
    if why_not := import_string(settings.BEFORE_THE_COMMITTEE)(paper):
        raise Refused(why_not)
    was_submitted = paper.submitted_at is not None
    move(paper, "withdraw_paper")
    reopened = [point.label for point in take_back_answers(paper)] if was_submitted else []
    facts = {"reason": reason} | ({"reopened": reopened} if reopened else {})
    event = record("proposals.withdraw_paper", paper, by=by, at=at, **facts)
    if was_submitted:
        tell_secretariat(paper, event, besides=by)
    return paper
