import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import ActionPoint, ActionUpdate, Meeting


@act
def add_action_update(
    action: ActionPoint,
    *,
    by: Person,
    text: str,
    meeting: Meeting | None = None,
    at: dt.datetime | None = None,
) -> ActionUpdate:
    """Note what was heard of an action, at a later ``meeting`` or between meetings."""
    at = at or timezone.now()
    require(by, "meetings.add_action_update", action)
    update = action.updates.create(text=text, meeting=meeting, at=at, by=by)
    record("meetings.add_action_update", action, by=by, at=at, meeting=meeting and meeting.slug)
    return update
