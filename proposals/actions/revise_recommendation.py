import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Recommendation


@act
def revise_recommendation(
    recommendation: Recommendation,
    *,
    by: Person,
    addressee: str,
    binding: str,
    due: str = "",
    due_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> Recommendation:
    """Change to whom a point is put, how binding it is and by when; its words stay."""
    recommendation.refresh_from_db()
    require(by, "proposals.revise_recommendation", recommendation)
    said = {"addressee": addressee, "binding": binding, "due": due, "due_on": due_on}
    before = {name: str(getattr(recommendation, name) or "") for name in said}
    for name, new in said.items():
        setattr(recommendation, name, new)
    recommendation.save(update_fields=list(said))
    now = {name: str(new or "") for name, new in said.items()}
    record("proposals.revise_recommendation", recommendation, by=by, at=at, before=before, now=now)
    return recommendation
