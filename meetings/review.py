"""Draft minutes while they are read: by whom, which lines can be corrected, and until when."""

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from committee.models import VOTING_ROLES, Person
from meetings.models import Entry, Meeting, MinutesVersion, Presence, Suggestion
from meetings.states import MinutesState
from proposals.models import AdviceLine


def readers_of(meeting: Meeting):
    """Who is sent the draft: all who were present, and the voting members."""
    present = Q(attendances__meeting=meeting, attendances__presence=Presence.PRESENT)
    voting = Q(pk__in=Person.objects.holding(*VOTING_ROLES).values("pk"))
    return Person.objects.filter(present | voting, is_active=True).distinct()


def reads_draft(person, meeting: Meeting) -> bool:
    """Whether ``person`` may read the draft: those it is sent to, and the committee."""
    if not person.is_authenticated:
        return False
    return person.sits_with_committee or readers_of(meeting).filter(pk=person.pk).exists()


def passages(snapshot: dict) -> dict[str, str]:
    """What a draft says at each numbered line that is not withheld."""
    return {
        line["p"]: line["text"] for line in lines_of(snapshot) if line["p"] and not line["withheld"]
    }


def lines_of(snapshot: dict):
    """Every line of a snapshot: those of the items and of the advice under them."""
    for section in snapshot["sections"]:
        parts = [section, *section["advice"]]
        waiting = [line for part in parts for block in part["blocks"] for line in block["lines"]]
        while waiting:
            line = waiting.pop()
            yield line
            waiting.extend(line["replies"])


def line_at(version: MinutesVersion, paragraph: str) -> Entry | AdviceLine | None:
    """The line that has this number in the draft; None once it is gone."""
    meeting = version.meeting_id
    entry = Entry.objects.filter(item__meeting=meeting, paragraph=paragraph).first()
    advice = AdviceLine.objects.filter(advice__given__meeting=meeting, paragraph=paragraph)
    return entry or advice.first()


def line_with(key: UUID) -> Entry | AdviceLine | None:
    """The line a suggestion is about, as it stands; None once it is gone."""
    entry = Entry.objects.filter(key=key).select_related("item__meeting").first()
    return entry or AdviceLine.objects.filter(key=key).first()


def why_no_more_suggestions(version: MinutesVersion) -> str | None:
    """Why corrections to this draft can no longer be sent in."""
    match version.state:
        case MinutesState.DRAFTING:
            return "The draft has not been issued yet."
        case MinutesState.APPROVED | MinutesState.PUBLISHED:
            return "These minutes are approved: no more suggestions can be sent in."
    ended = None
    if version.suggestions_ended_at:
        ended = timezone.localdate(version.suggestions_ended_at)
    elif version.closing_day_has_passed:
        ended = version.suggestions_until
    if ended:
        day = f"{ended.day} {ended:%B %Y}"
        return f"Suggestions were taken until {day}: no more can be sent in."
    return None


def undecided(version: MinutesVersion) -> int:
    """How many suggestions wait for the secretariat."""
    return Suggestion.objects.open().filter(version__meeting=version.meeting_id).count()
