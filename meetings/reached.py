"""Which items a meeting did not come to, and which it heard."""

from meetings.models import ActionUpdate, AgendaItem, Entry, ItemKind, Meeting
from meetings.states import ItemState, VoteState

UNCALLED = {  # nobody takes these up: they are there, and what is noted of them stands elsewhere
    ItemKind.WELCOME,
    ItemKind.APOLOGIES,
    ItemKind.DECLARATIONS,
    ItemKind.BREAK,
    ItemKind.CLOSE,
}


def not_reached(meeting: Meeting) -> list[AgendaItem]:
    """The items that wait still, in a meeting that took up others; nothing is on record of them.

    Of a meeting that took up none nothing is said: it was minuted without a running order.
    """
    items = list(meeting.items.select_related("parent").order_by("position"))
    begun = {item.pk for item in items if item.began_at}
    if not begun:
        return []
    heard, by_kind = begun | _spoken_of(meeting), _heard_by_kind(meeting)
    above = {item.parent_id for item in items if item.pk in heard}
    return [
        item
        for item in items
        if item.state == ItemState.WAITING
        and item.pk not in heard | above
        and item.parent_id not in begun
        and item.kind not in UNCALLED | by_kind
    ]


def _spoken_of(meeting) -> set[int]:
    """Items under which somebody wrote a line, opened a vote or gave advice."""
    lines = Entry.objects.filter(item__meeting=meeting).values_list("item", flat=True)
    votes = meeting.votes.exclude(state=VoteState.VOID).values_list("item", flat=True)
    return {*lines, *votes, *meeting.advice_given.values_list("item", flat=True)}


def _heard_by_kind(meeting) -> set[str]:
    heard = set()
    if meeting.minutes_approved.exists():
        heard.add(ItemKind.LAST_MINUTES)
    if ActionUpdate.objects.filter(meeting=meeting).exists():
        heard.add(ItemKind.ACTIONS_UPDATE)
    return heard
