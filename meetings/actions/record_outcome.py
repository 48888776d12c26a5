import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.ballots import option_of
from meetings.giving import give_advice
from meetings.models import Vote
from meetings.tally import ABSTAIN, Finding
from proposals.actions import record_decision
from proposals.models import Decision, Unanimity


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
    if not vote.is_closed:
        raise Refused(f"This vote is {vote.get_state_display().lower()}.")
    if vote.decision_id:
        raise Refused("The outcome of this vote is recorded already.")
    if letter == ABSTAIN:
        raise Refused("An outcome is one of the letters of the terms.")
    finding, at = vote.finding(), at or timezone.now()
    _ask_the_chair(finding, letter, reason)
    papers = list(vote.papers.order_by("pk"))
    vote.decision = record_decision(
        papers,
        by=by,
        at=at,
        outcome=option_of(vote, letter),
        unanimity=_described(finding, letter, unanimity),
        reason=reason,
        made_on=vote.meeting.on or timezone.localdate(at),
        advice=give_advice(vote.item, papers),
    )
    vote.save(update_fields=["decision"])
    record("meetings.record_outcome", vote, by=by, at=at, outcome=letter, reason=reason)
    return vote.decision


def _ask_the_chair(finding: Finding, letter: str, reason: str) -> None:
    if reason.strip():
        return
    if finding.asks:
        raise Refused(f"{' '.join(finding.asks)} Give the chair’s decision and the reason for it.")
    if letter != finding.suggested:
        raise Refused(f"{finding.sentence} Give the chair’s reason for another outcome.")


def _described(finding: Finding, letter: str, unanimity: str) -> str:
    """How the vote is described: at most what the count bears out."""
    if finding.is_unanimous and letter in finding.leading:
        return unanimity or Unanimity.UNANIMOUS
    if unanimity == Unanimity.UNANIMOUS:
        raise Refused(f"{finding.sentence} That is not unanimous.")
    if finding.has_majority and letter in finding.leading:
        return unanimity or Unanimity.MAJORITY
    if unanimity == Unanimity.MAJORITY:
        raise Refused(f"{finding.sentence} That is not a majority for {letter}.")
    return Unanimity.NOT_STATED
