import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import CheckPoint, Paper
from proposals.said import newest_version


@act
def tick_check(
    paper: Paper,
    *,
    by: Person,
    point: CheckPoint,
    is_met: bool = True,
    at: dt.datetime | None = None,
) -> Paper:
    """Tick a point as looked at in the version that is being checked, or take the tick off."""
    paper.refresh_from_db()
    require(by, "proposals.tick_check", paper)
    at, version = at or timezone.now(), newest_version(paper)
    if version is None:
        raise Refused("No version of this paper is kept that could be checked.")
    if is_met:
        version.ticks.get_or_create(point=point, defaults={"ticked_at": at, "ticked_by": by})
    else:
        version.ticks.filter(point=point).delete()
    facts = {"version": version.number, "point": point.pk, "is_met": is_met}
    record("proposals.tick_check", paper, by=by, at=at, **facts)
    return paper
