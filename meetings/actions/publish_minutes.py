import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.minutes.published import show_published
from meetings.models import MinutesVersion


@act
def publish_minutes(
    version: MinutesVersion, *, by: Person, at: dt.datetime | None = None
) -> MinutesVersion:
    """Open the approved minutes to everybody, for good, with the proposals they name."""
    at = at or timezone.now()
    require(by, "meetings.publish_minutes", version)
    move(version, "publish_minutes", published_at=at, published_by=by)
    show_published(version)
    record("meetings.publish_minutes", version, by=by, at=at)
    return version
