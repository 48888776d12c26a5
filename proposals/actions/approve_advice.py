import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Counter, Person
from proposals.models import RECOMMENDATION_KINDS, Advice, Recommendation
from proposals.states import AdviceState


@act
def approve_advice(advice: Advice, *, by: Person, at: dt.datetime | None = None) -> Advice:
    """Settle the words of ``advice`` and number what has to be answered: R-64, C-18, Q-7.

    Approving it again changes nothing: minutes and letter both approve their advice.
    """
    require(by, "proposals.approve_advice", advice)
    advice.refresh_from_db()
    if advice.state == AdviceState.APPROVED:
        return advice
    at = at or timezone.now()
    move(advice, "approve_advice", approved_at=at, approved_by=by)
    numbered = [_number(line) for line in advice.lines_in_order() if _is_answered(line)]
    labels = [recommendation.label for recommendation in numbered]
    record("proposals.approve_advice", advice, by=by, at=at, numbered=labels)
    return advice


def _is_answered(line) -> bool:
    return line.kind in RECOMMENDATION_KINDS


def _number(line) -> Recommendation:
    kind = RECOMMENDATION_KINDS[line.kind]
    return Recommendation.objects.create(line=line, kind=kind, number=Counter.next(kind.value))
