import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import CommitteeName, Person, TermsOfReference
from meetings.agenda import STARTER, suggested_numbers
from meetings.models import AgendaItem, Meeting
from meetings.slugs import free_slug


@act
def plan_meeting(
    *,
    by: Person,
    on: dt.date,
    title: str | None = None,
    starts_at: dt.time | None = None,
    ends_at: dt.time | None = None,
    venue: str | None = None,
    at: dt.datetime | None = None,
) -> Meeting:
    """Put a meeting in the diary, with the items every agenda begins and ends with."""
    require(by, "meetings.plan_meeting", None)
    name = CommitteeName.objects.on(on)
    meeting = Meeting.objects.create(
        slug=free_slug(on),
        on=on,
        title=title or None,
        starts_at=starts_at,
        ends_at=ends_at,
        venue=venue or None,
        committee_name=name.name if name else None,
        terms=TermsOfReference.objects.for_meeting_on(on),
    )
    _start_agenda(meeting)
    record("meetings.plan_meeting", meeting, by=by, at=at, on=on.isoformat())
    return meeting


def _start_agenda(meeting):
    items = [
        AgendaItem(meeting=meeting, position=position, kind=kind, title=title)
        for position, (kind, title) in enumerate(STARTER)
    ]
    for item, number in zip(items, suggested_numbers(items), strict=True):
        item.number = number
    items[0].starts_at, items[-1].starts_at = meeting.starts_at, meeting.ends_at
    AgendaItem.objects.bulk_create(items)
