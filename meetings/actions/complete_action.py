import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.models import ActionPoint


@act
def complete_action(
    action: ActionPoint,
    *,
    by: Person,
    at: dt.datetime | None = None,
) -> ActionPoint:
    """Note that an action is done."""
    require(by, "meetings.complete_action", action)
    move(action, "complete_action")
    record("meetings.complete_action", action, by=by, at=at)
    return action
