from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.models import ActionPoint


@act
def drop_action(action: ActionPoint, *, by: Person) -> ActionPoint:
    """Note that an action is no longer needed."""
    require(by, "meetings.drop_action", action)
    move(action, "drop_action")
    record("meetings.drop_action", action, by=by)
    return action
