import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import MinutesVersion


@act
def schedule_publication(
    version: MinutesVersion, *, by: Person, publish_at: dt.datetime, at: dt.datetime | None = None
) -> MinutesVersion:
    """Set approved minutes to be published by themselves at ``publish_at``, and not before."""
    at = at or timezone.now()
    version.refresh_from_db()
    require(by, "meetings.schedule_publication", version)
    if publish_at <= at:
        raise Refused("That time has passed. Choose a later one, or publish now.")
    version.publish_at, version.scheduled_by = publish_at, by
    version.save(update_fields=["publish_at", "scheduled_by"])
    said = publish_at.astimezone(dt.UTC).isoformat()
    record("meetings.schedule_publication", version, by=by, at=at, publish_at=said)
    return version
