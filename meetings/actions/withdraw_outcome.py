import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import drop_if_empty, still_on_record
from meetings.models import Vote
from proposals.models import Decision
from proposals.states import PaperState


@act
def withdraw_outcome(
    decision: Decision, *, by: Person, reason: str, at: dt.datetime | None = None
) -> None:
    """Take an outcome off the record that was entered wrongly; its papers are undecided again.

    The vote keeps its count, and can then be given another outcome or be declared void.
    """
    require(by, "meetings.withdraw_outcome", still_on_record(decision))
    advice = decision.advice
    if not reason.strip():
        raise Refused("Say why the outcome is withdrawn.")
    papers = list(decision.papers.all())
    facts = {"papers": [paper.pk for paper in papers], "was": str(decision), "reason": reason}
    record("meetings.withdraw_outcome", decision, by=by, at=at, **facts)
    votes = Vote.objects.filter(decision=decision)
    votes.update(decision=None, casting=None, casting_by=None)
    decision.delete()
    for paper in papers:
        if paper.state == PaperState.CONSIDERED:
            move(paper, "withdraw_outcome")
    drop_if_empty(advice)
