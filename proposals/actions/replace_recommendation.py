import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Recommendation, Ruling


@act
def replace_recommendation(
    ruling: Ruling, *, by: Person, at: dt.datetime | None = None
) -> Recommendation:
    """Let a line of the newer advice take the place of what was asked."""
    require(by, "proposals.replace_recommendation", ruling)
    asked = ruling.recommendation
    move(asked, "replace_recommendation", replaced_by=ruling.replaced_by.recommendation)
    facts = {"advice": ruling.advice_id, "reason": ruling.reason}
    record("proposals.replace_recommendation", asked, by=by, at=at, **facts)
    return asked
