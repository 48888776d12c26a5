import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import as_it_stands
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import give_advice
from meetings.ballots import option_of
from meetings.models import Vote
from meetings.outcome import described, question_to_the_chair, why_not_described
from meetings.tally import ABSTAIN
from proposals.actions import record_decision
from proposals.models import Decision


@act
def record_outcome(
    vote: Vote,
    *,
    by: Person,
    letter: str,
    unanimity: str = "",
    reason: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Put on record what a closed vote decided.

    Where the count leaves a question (a tie, no quorum, no majority, no rule) or the outcome
    is another than it suggests, the chair's stated reason is part of the record.
    """
    vote.refresh_from_db()
    require(by, "meetings.record_outcome", vote)
    _check_waits(vote)
    if letter == ABSTAIN:
        raise Refused("An outcome is one of the letters of the terms.")
    finding, at = vote.finding(), at or timezone.now()
    unanimity = unanimity or described(finding, letter)
    if wrong := why_not_described(finding, letter, unanimity):
        raise Refused(wrong)
    if not reason.strip() and (question := question_to_the_chair(finding, letter)):
        raise Refused(question)
    papers = list(vote.papers.order_by("pk"))
    vote.decision = record_decision(
        papers,
        by=by,
        at=at,
        outcome=option_of(vote, letter),
        unanimity=unanimity,
        reason=reason,
        made_on=vote.meeting.on or timezone.localdate(at),
        advice=give_advice(vote.item, papers),
    )
    vote.save(update_fields=["decision"])
    record("meetings.record_outcome", vote, by=by, at=at, outcome=letter, reason=reason)
    return vote.decision


def _check_waits(vote):
    if not vote.is_closed:
        raise Refused(as_it_stands(vote))
    if vote.decision_id:
        raise Refused("The outcome of this vote is recorded already.")
