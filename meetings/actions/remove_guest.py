from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Attendance


@act
def remove_guest(attendance: Attendance, *, by: Person) -> None:
    """Take a guest off the list: they did not come after all, or were noted twice."""
    attendance.refresh_from_db()
    require(by, "meetings.remove_guest", attendance)
    record("meetings.remove_guest", attendance, by=by, meeting=attendance.meeting.slug)
    attendance.delete()
