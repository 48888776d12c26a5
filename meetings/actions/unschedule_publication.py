from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import MinutesVersion


@act
def unschedule_publication(version: MinutesVersion, *, by: Person) -> MinutesVersion:
    """Take back the time at which approved minutes were to be published."""
    version.refresh_from_db()
    require(by, "meetings.unschedule_publication", version)
    version.publish_at = version.scheduled_by = None
    version.save(update_fields=["publish_at", "scheduled_by"])
    record("meetings.unschedule_publication", version, by=by)
    return version
