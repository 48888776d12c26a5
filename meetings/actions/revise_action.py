from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import ActionPoint


@act
def revise_action(action: ActionPoint, *, by: Person, **changes) -> ActionPoint:
    """Change what an action says, while the minutes it stands in are being written.

    Args:
        changes: ``text``, ``item``, ``owner``, ``owner_person``, ``due``, ``due_on``.
    """
    action.refresh_from_db()
    require(by, "meetings.revise_action", action)
    item = changes.get("item")
    if item is not None and item.meeting_id != action.meeting_id:
        raise Refused("That item belongs to another meeting.")
    if "item" in changes:
        changes["item_label"] = item.number if item else None
    changed = {name: new for name, new in changes.items() if getattr(action, name) != new}
    ActionPoint.objects.filter(pk=action.pk).update(**changed)
    action.refresh_from_db()
    record("meetings.revise_action", action, by=by, changed=sorted(changed))
    return action
