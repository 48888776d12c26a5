import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import CheckPoint


@act
def add_check_point(
    *, by: Person, text: str, stage: str | None = None, at: dt.datetime | None = None
) -> CheckPoint:
    """Add something to look at in every paper, or in those of one stage."""
    require(by, "proposals.add_check_point", None)
    point = CheckPoint.objects.create(text=text, stage=stage)
    record("proposals.add_check_point", point, by=by, at=at, stage=stage)
    return point
