import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.actions.rule_on_recommendation import rule_on_recommendation
from proposals.ledger import unruled
from proposals.models import Advice, Ruling, Verdict


@act
def keep_rest(advice: Advice, *, by: Person, at: dt.datetime | None = None) -> list[Ruling]:
    """Keep open whatever a paper of ``advice`` answers and the advice says nothing of."""
    require(by, "proposals.keep_rest", advice)
    kept = [
        rule_on_recommendation(advice, point, by=by, at=at, verdict=Verdict.KEEPS)
        for point in unruled(advice)
    ]
    labels = [ruling.recommendation.label for ruling in kept]
    record("proposals.keep_rest", advice, by=by, at=at, kept=labels)
    return kept
