import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Recommendation, Ruling


@act
def close_recommendation(
    ruling: Ruling, *, by: Person, at: dt.datetime | None = None
) -> Recommendation:
    """Close what was asked, as the advice that takes force rules."""
    require(by, "proposals.close_recommendation", ruling)
    asked = ruling.recommendation
    move(asked, "close_recommendation")
    facts = {"advice": ruling.advice_id, "reason": ruling.reason}
    record("proposals.close_recommendation", asked, by=by, at=at, **facts)
    return asked
