import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import as_it_stands
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import give_advice
from meetings.ballots import option_of, why_no_casting_vote
from meetings.models import Vote
from meetings.outcome import check_said, described
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
    differing_views: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Put on record what a closed vote decided.

    Where the count leaves a question (a tie, no quorum, no majority, no rule) or the outcome
    is another than it suggests, the chair's stated reason is part of the record. In a tie that
    the terms let the chair break, ``letter`` is the casting vote of whoever chairs the item.
    """
    vote.refresh_from_db()
    require(by, "meetings.record_outcome", vote)
    _check_waits(vote)
    finding, at = vote.finding(), at or timezone.now()
    unanimity = unanimity or described(finding, letter)
    check_said(finding, letter, unanimity, reason)
    papers, option = list(vote.papers.order_by("pk")), option_of(vote, letter)
    said = {"unanimity": unanimity, "reason": reason, "differing_views": differing_views}
    if letter in finding.casting:
        vote.casting, vote.casting_by = option, _chair_of(vote)
    vote.decision = record_decision(
        papers,
        by=by,
        at=at,
        outcome=option,
        made_on=vote.meeting.on or timezone.localdate(at),
        advice=give_advice(vote.item, papers),
        **said,
    )
    vote.save(update_fields=["decision", "casting", "casting_by"])
    facts = {"outcome": letter, "reason": reason}
    facts |= {"casting_vote_of": str(vote.casting_by)} if vote.casting_by else {}
    record("meetings.record_outcome", vote, by=by, at=at, **facts)
    return vote.decision


def _chair_of(vote):
    """Whose casting vote it is."""
    if reason := why_no_casting_vote(vote):
        raise Refused(reason)
    return vote.chair


def _check_waits(vote):
    if not vote.is_closed:
        raise Refused(as_it_stands(vote))
    if vote.decision_id:
        raise Refused("The outcome of this vote is recorded already.")
