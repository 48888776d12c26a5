"""Minutes on the chair's desk: who approves them, and what has to be settled before."""

from django.db.models import Q

from committee.closed import open_to
from committee.models import VOTING_ROLES, Person, Role
from meetings.models import Interest, Meeting, Presence
from meetings.papers import votes_pending, why_undecided

ONLY = "Only the chair and the vice chair approve minutes."
NOBODY = (
    "Everybody who could approve these minutes has left for a part of the meeting. "
    "An interest is to be withdrawn or ruled on first."
)
FEW = 3


def approvers(meeting: Meeting) -> list[Person]:
    """Who may approve the minutes of ``meeting``: nobody approves words that are closed to them.

    The chair and the vice chair. Where neither is left, whoever took the chair, of the meeting
    or of an item: they led what is minuted. Where that is nobody either, the voting members who
    were there: else such minutes could never be approved, nor read by the public.
    """
    closed = Interest.objects.closing().filter(meeting=meeting)
    sitting = Person.objects.holding(*VOTING_ROLES).filter(is_active=True)
    free = sitting.exclude(pk__in=closed.values("member"))
    in_office = Person.objects.holding(Role.CHAIR, Role.VICE_CHAIR)
    were_there = meeting.attendances.filter(is_voting=True, presence=Presence.PRESENT)
    for those in (
        Q(pk__in=in_office.values("pk")),
        Q(pk=meeting.chaired_by_id) | Q(pk__in=_of_items(meeting)),
        Q(pk__in=were_there.values("person")),
    ):
        if found := list(free.filter(those)):
            return found
    return []


def _of_items(meeting):
    return meeting.items.exclude(chaired_by=None).values("chaired_by")


def why_no_approver(person, meeting: Meeting) -> str | None:
    """Why ``person`` does not approve these minutes, and who does in the place of an office."""
    able = approvers(meeting)
    if person in able:
        return None
    is_in_office = person.holds(Role.CHAIR, Role.VICE_CHAIR)
    if not able:
        return NOBODY
    if is_in_office:
        return f"You left for a part of the meeting: {_named(able)} approves its minutes."
    if able[0].holds(Role.CHAIR, Role.VICE_CHAIR):
        return ONLY
    return f"Neither chair nor vice chair is free to: {_named(able)} approves these minutes."


def _named(able) -> str:
    if len(able) > FEW:
        return "a voting member who was there throughout"
    return " or ".join(person.name for person in able)


def why_unsettled(meeting: Meeting, *, reader: Person | None = None) -> str | None:
    """What of ``meeting`` has no outcome yet, as far as it is open to ``reader``.

    What a record from elsewhere leaves undecided stays so: it is as it was published.
    """
    pending = open_to(votes_pending(meeting.votes.select_related("item")), reader)
    if votes := list(pending):
        items = "; ".join(f"“{vote.item}”" for vote in votes)
        return (
            f"A vote is open, or counted and without its outcome, on {items}. "
            "Record the outcome, or declare the vote void."
        )
    if meeting.record_sha256:
        return None
    return why_undecided(open_to(meeting.undecided_papers(), reader))
