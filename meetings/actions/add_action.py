import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import ActionPoint, AgendaItem, Entry, Meeting


@act
def add_action(  # noqa: PLR0913 -- an action has this many facts
    meeting: Meeting,
    *,
    by: Person,
    text: str,
    item: AgendaItem | None = None,
    owner: str | None = None,
    owner_person: Person | None = None,
    due: str | None = None,
    due_on: dt.date | None = None,
    entry: Entry | None = None,
    at: dt.datetime | None = None,
) -> ActionPoint:
    """Note something to be done, by whom and by when, as far as it was said.

    Args:
        entry: the line of the minutes that says it; what is changed there, is changed here.
    """
    meeting.refresh_from_db()
    require(by, "meetings.add_action", meeting)
    if item is not None and item.meeting_id != meeting.pk:
        raise Refused("That item belongs to another meeting.")
    action = ActionPoint.objects.create(
        meeting=meeting,
        item=item,
        item_label=item.number if item else None,
        position=meeting.actions.count(),
        text=text,
        owner=owner or (owner_person.name if owner_person else None),
        owner_person=owner_person,
        due=due or (f"{due_on.day} {due_on:%B %Y}" if due_on else None),
        due_on=due_on,
        entry=entry,
    )
    record("meetings.add_action", action, by=by, at=at, meeting=meeting.slug, owner=action.owner)
    return action
