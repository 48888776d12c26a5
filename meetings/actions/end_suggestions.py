import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import MinutesVersion


@act
def end_suggestions(
    version: MinutesVersion, *, by: Person, at: dt.datetime | None = None
) -> MinutesVersion:
    """Take no more suggestions to a draft; those that are in are still decided."""
    at = at or timezone.now()
    version.refresh_from_db()
    require(by, "meetings.end_suggestions", version)
    version.suggestions_ended_at, version.suggestions_ended_by = at, by
    version.save(update_fields=["suggestions_ended_at", "suggestions_ended_by"])
    record("meetings.end_suggestions", version, by=by, at=at)
    return version
