import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Recommendation, Ruling


@act
def keep_recommendation(
    ruling: Ruling, *, by: Person, at: dt.datetime | None = None
) -> Recommendation:
    """Keep what was asked open: it is to be answered again."""
    require(by, "proposals.keep_recommendation", ruling)
    asked = ruling.recommendation
    move(asked, "keep_recommendation")
    facts = {"advice": ruling.advice_id, "reason": ruling.reason}
    record("proposals.keep_recommendation", asked, by=by, at=at, **facts)
    return asked
