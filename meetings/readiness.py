"""What is still missing before a meeting is closed, or its minutes are approved.

Each function looks for one kind of thing. Nothing here stops anybody: what must be there
before an act is in its permission.
"""

from dataclasses import dataclass

from django.urls import reverse

from committee.closed import open_to
from committee.models import VOTING_ROLES
from meetings.models import (
    ActionPoint,
    AgendaItem,
    Entry,
    Interest,
    Meeting,
    MinutesVersion,
    Suggestion,
    Vote,
)
from meetings.presence import appointments_on_the_day
from meetings.reached import UNCALLED, not_reached
from meetings.register import where_of
from meetings.states import MinutesState


@dataclass(frozen=True)
class Missing:
    """Something that is not done yet, and where it is: "" where the reader cannot do it."""

    text: str
    url: str


def unfinished(meeting: Meeting, reader) -> list[Missing]:
    """What is left open in the room: it can be closed all the same."""
    return [*_unreached(meeting, reader), *_unmarked(meeting, reader), *_unruled(meeting, reader)]


def missing(meeting: Meeting, version: MinutesVersion, reader) -> list[Missing]:
    """What is still missing of minutes that are not approved yet."""
    if version.state not in {MinutesState.DRAFTING, MinutesState.ISSUED}:
        return []
    looks = [_unreached, _unminuted, _undecided, _unmarked, _unruled, _vague, _unanswered]
    return [one for look in looks for one in look(meeting, reader)]


def unreached(meeting: Meeting, reader) -> list[AgendaItem]:
    """The items that were not reached, as far as they are open to ``reader``."""
    known = set(open_to(meeting.items, reader).values_list("pk", flat=True))
    return [item for item in not_reached(meeting) if item.pk in known]


def _unreached(meeting, reader):
    return [
        Missing(f"Not reached: {named(item)}", _log(reader, meeting, item))
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


def _unminuted(meeting, reader):
    """Items that were heard and under which nothing stands."""
    items = list(open_to(meeting.items, reader).order_by("position"))
    said = set(Entry.objects.filter(item__meeting=meeting).values_list("item", flat=True))
    said |= set(meeting.advice_given.values_list("item", flat=True))
    said |= {item.parent_id for item in items if item.pk in said}
    said |= {item.pk for item in not_reached(meeting)}
    return [
        Missing(f"Nothing is minuted: {named(item)}", _log(reader, meeting, item))
        for item in items
        if item.pk not in said and not item.is_deferred and item.kind not in UNCALLED
    ]


def _undecided(meeting, reader):
    votes = reverse("meetings:votes", args=[meeting.slug])
    papers = open_to(meeting.undecided_papers(), reader)
    open_votes = Vote.objects.visible_to(reader).open().filter(meeting=meeting)
    return [
        *(Missing(f"No outcome: {paper}", votes) for paper in papers.select_related("proposal")),
        *(
            Missing(f"The vote is open still: {vote.item}", vote.get_absolute_url())
            for vote in open_votes.select_related("meeting", "item")
        ),
    ]


def _vague(meeting, reader):
    """Actions of which it is not said who is to do them, or until when."""
    found = []
    for action in ActionPoint.objects.visible_to(reader).open().filter(meeting=meeting):
        lacks = [] if action.owner or action.owner_person_id else ["owner"]
        lacks += [] if action.due or action.due_on else ["day"]
        if lacks:
            page = _page(reader, "revise_action", meeting.slug, action.pk)
            found.append(Missing(f"An action without {' and '.join(lacks)}: {action}", page))
    return found


def _unanswered(meeting, reader):
    suggested = Suggestion.objects.visible_to(reader).open().filter(version__meeting=meeting)
    number = suggested.count()
    if not number:
        return []
    return [Missing(f"{number} suggestion{'' if number == 1 else 's'} to decide", "#suggestions")]


def _log(reader, meeting, item) -> str:
    return _page(reader, "log_item", meeting.slug, item.pk)


def named(item: AgendaItem) -> str:
    return f"{item.number} {item}" if item.number else str(item)


def _page(reader, name, *args) -> str:
    """A page of the secretariat."""
    return reverse(f"meetings:{name}", args=args) if reader.is_secretariat else ""
