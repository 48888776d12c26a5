import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import why_not_moved
from committee.models import Person
from committee.refusals import Refused
from proposals.models import (
    RECOMMENDATION_KINDS,
    Advice,
    AdviceLine,
    Recommendation,
    Ruling,
    Verdict,
)

VERBS = {
    Verdict.CLOSES: "close_recommendation",
    Verdict.KEEPS: "keep_recommendation",
    Verdict.REPLACES: "replace_recommendation",
}


@act
def rule_on_recommendation(
    advice: Advice,
    recommendation: Recommendation,
    *,
    by: Person,
    verdict: str,
    replaced_by: AdviceLine | None = None,
    reason: str = "",
    differing_views: str = "",
    at: dt.datetime | None = None,
) -> Ruling | None:
    """Say what ``advice`` makes of what was asked before: it closes, keeps or replaces it.

    It takes force when the advice is approved. No ``verdict`` takes back what was said.
    """
    require(by, "proposals.rule_on_recommendation", advice)
    record_it = {"advice": advice.pk, "verdict": verdict, "reason": reason}
    if not verdict:
        Ruling.objects.filter(advice=advice, recommendation=recommendation).delete()
        record("proposals.rule_on_recommendation", recommendation, by=by, at=at, **record_it)
        return None
    _check(advice, recommendation, verdict, replaced_by)
    said = {"verdict": verdict, "reason": reason, "differing_views": differing_views}
    said["replaced_by"] = replaced_by if verdict == Verdict.REPLACES else None
    ruling, _ = Ruling.objects.update_or_create(
        advice=advice, recommendation=recommendation, defaults=said
    )
    record("proposals.rule_on_recommendation", recommendation, by=by, at=at, **record_it)
    return ruling


def _check(advice, recommendation, verdict, replaced_by) -> None:
    recommendation.refresh_from_db()
    if reason := why_not_moved(recommendation, VERBS[Verdict(verdict)]):
        raise Refused(reason)
    if verdict != Verdict.REPLACES:
        return
    if replaced_by is None or replaced_by.advice_id != advice.pk:
        raise Refused("Choose the line of this advice that takes its place.")
    if replaced_by.kind not in RECOMMENDATION_KINDS:
        raise Refused("Only a recommendation, a condition or a question takes its place.")
