"""What is still missing before a meeting is closed, or its minutes are approved.

Each function looks for one kind of thing. Nothing here stops anybody: what must be there
before an act is in its permission.
"""

from dataclasses import dataclass

from django.urls import reverse

from committee.closed import open_to
from committee.models import VOTING_ROLES
from meetings.models import AgendaItem, Interest, Meeting
from meetings.presence import appointments_on_the_day
from meetings.reached import not_reached
from meetings.register import where_of


@dataclass(frozen=True)
class Missing:
    """Something that is not done yet, and where it is: "" where the reader cannot do it."""

    text: str
    url: str


def unfinished(meeting: Meeting, reader) -> list[Missing]:
    """What is left open in the room: it can be closed all the same."""
    return [*_unreached(meeting, reader), *_unmarked(meeting, reader), *_unruled(meeting, reader)]


def unreached(meeting: Meeting, reader) -> list[AgendaItem]:
    """The items that were not reached, as far as they are open to ``reader``."""
    known = set(open_to(meeting.items, reader).values_list("pk", flat=True))
    return [item for item in not_reached(meeting) if item.pk in known]


def _unreached(meeting, reader):
    return [
        Missing(f"Not reached: {named(item)}", _page(reader, "log_item", meeting.slug, item.pk))
        for item in unreached(meeting, reader)
    ]


def _unmarked(meeting, reader):
    known = set(meeting.attendances.values_list("person", flat=True))
    missing = [
        one.person.name
        for one in appointments_on_the_day(meeting)
        if one.role in VOTING_ROLES and one.person_id not in known
    ]
    if not missing:
        return []
    text = f"Neither marked present nor away: {', '.join(missing)}"
    return [Missing(text, _page(reader, "attendance", meeting.slug))]


def _unruled(meeting, reader):
    waiting = Interest.objects.awaiting_ruling().filter(meeting=meeting).visible_to(reader)
    return [
        Missing(
            f"To be ruled on: the interest of {one.member} in {where_of(one, reader)}",
            ""
            if one.member_id == reader.pk
            else reverse("meetings:rule_on_interest", args=[meeting.slug, one.pk]),
        )
        for one in waiting.select_related("member", "item", "paper__proposal")
    ]


def named(item: AgendaItem) -> str:
    return f"{item.number} {item}" if item.number else str(item)


def _page(reader, name, *args) -> str:
    """A page of the secretariat."""
    return reverse(f"meetings:{name}", args=args) if reader.is_secretariat else ""
