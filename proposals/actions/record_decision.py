import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import OutcomeOption, Person
from proposals.models import Advice, Decision, Paper, Result, Unanimity


@act
def record_decision(  # noqa: PLR0913 -- a decision has this many facts
    papers: list[Paper],
    *,
    by: Person,
    result: str = Result.OUTCOME,
    outcome: OutcomeOption | None = None,
    unanimity: str = Unanimity.NOT_STATED,
    reason: str = "",
    differing_views: str = "",
    made_on: dt.date | None = None,
    advice: Advice | None = None,
    at: dt.datetime | None = None,
) -> Decision:
    """Put one decision over ``papers`` on record; they are considered, unless it defers them."""
    require(by, "proposals.record_decision", papers)
    said = {"result": result, "unanimity": unanimity, "reason": reason}
    said["differing_views"] = differing_views
    position = advice.decisions.count() if advice else 0
    decision = Decision.objects.create(
        outcome=outcome, made_on=made_on, advice=advice, position=position, **said
    )
    for position, paper in enumerate(papers):
        decision.decision_papers.create(paper=paper, position=position)
        if result != Result.DEFERRED:
            move(paper, "record_decision")
    facts = {"papers": [paper.pk for paper in papers], "outcome": outcome and outcome.letter}
    record("proposals.record_decision", decision, by=by, at=at, **facts, **said)
    return decision
