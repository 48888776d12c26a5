import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import begin_advice
from meetings.models import AgendaItem
from meetings.settling import ruled_elsewhere, settling
from proposals.actions import rule_on_recommendation
from proposals.models import Recommendation, Ruling

HEADING = "What became of earlier points"


@act
def settle_recommendation(
    item: AgendaItem,
    *,
    by: Person,
    recommendation: Recommendation,
    verdict: str,
    reason: str = "",
    differing_views: str = "",
    at: dt.datetime | None = None,
) -> Ruling:
    """Say under the update on actions that the meeting closes a point or keeps it open.

    For points on which no advice of today rules. It takes force with the minutes; until then it
    is changed, or taken back, on the page of the advice that it makes.
    """
    require(by, "meetings.settle_recommendation", item)
    if other := ruled_elsewhere(recommendation, item):
        raise Refused(f"The advice “{other}” rules on {recommendation} already.")
    advice = settling(item) or begin_advice(item, HEADING)
    ruling = rule_on_recommendation(
        advice,
        recommendation,
        by=by,
        at=at,
        verdict=verdict,
        reason=reason,
        differing_views=differing_views,
    )
    facts = {"label": recommendation.label, "verdict": verdict, "advice": advice.pk}
    record("meetings.settle_recommendation", item, by=by, at=at, **facts)
    return ruling
