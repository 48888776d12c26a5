"""Lines of the minutes that say what is to be done, kept in step with the list of actions.

A line of the kind action that names an owner is on the list, which says of it what the line
says. One without an owner waits until somebody adds it (``Log.lines_to_follow``).
"""

from django.db.models import F, Q

from committee.models import LineKind, Person
from meetings.actions.add_action import add_action
from meetings.actions.revise_action import revise_action
from meetings.models import ActionPoint, Entry
from meetings.speakers import bodies, speakers_at
from meetings.states import ActionState
from meetings.typing import name_speaker


def follow(entry: Entry, *, by, at=None) -> None:
    """Have the list of actions say what ``entry`` says. Called inside the act that changed it."""
    if entry.kind != LineKind.ACTION or not entry.owner:
        let_go(entry)
        return
    owner, person = name_speaker(entry.owner, speakers_at(entry.item.meeting), bodies())
    words = {
        "text": entry.text,
        "item": entry.item,
        "owner": owner,
        "owner_person": Person.objects.filter(pk=person).first() if person else None,
        "due": entry.due or None,
    }
    action = _action_of(entry)
    if action is None:
        add_action(entry.item.meeting, by=by, at=at, entry=entry, **words)
        return
    if any(getattr(action, name) != said for name, said in words.items()):
        revise_action(action, by=by, **words)
    ActionPoint.objects.filter(pk=action.pk).update(entry=entry)


def let_go(entry: Entry) -> None:
    """Take off the list what ``entry`` put there, unless more than the line is known of it."""
    action = ActionPoint.objects.filter(entry=entry, state=ActionState.OPEN).first()
    if action is not None and not action.updates.exists():
        action.delete()


def _action_of(entry):
    """The action that says what ``entry`` says: its own, or one that was added by hand."""
    own = Q(entry=entry) | Q(entry=None, meeting=entry.item.meeting_id, text=entry.text)
    return ActionPoint.objects.filter(own).order_by(F("entry").desc(nulls_last=True), "pk").first()
