from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.models import ActionPoint


@act
def reopen_action(action: ActionPoint, *, by: Person) -> ActionPoint:
    """Take an action up again that was done or dropped too early."""
    require(by, "meetings.reopen_action", action)
    move(action, "reopen_action")
    record("meetings.reopen_action", action, by=by)
    return action
