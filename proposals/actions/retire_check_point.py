import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import CheckPoint


@act
def retire_check_point(
    point: CheckPoint, *, by: Person, at: dt.datetime | None = None
) -> CheckPoint:
    """No longer look at a point; where it was ticked, that stays on record."""
    require(by, "proposals.retire_check_point", point)
    point.is_in_use = False
    point.save(update_fields=["is_in_use"])
    record("proposals.retire_check_point", point, by=by, at=at)
    return point
