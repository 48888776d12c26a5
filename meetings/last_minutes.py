"""The minutes that a meeting is asked to approve: those of the meetings before it."""

from meetings.models import ItemKind, Meeting, MinutesVersion
from meetings.states import MinutesState


def last_minutes(meeting: Meeting) -> list[MinutesVersion]:
    """What the item "Minutes of the last meeting" is about, the oldest first.

    Drafts of earlier meetings that wait for approval, what was approved here and, where there
    is neither, the newest minutes of the meeting before.
    """
    if meeting.on is None:
        return []
    earlier = MinutesVersion.objects.filter(meeting__on__lt=meeting.on).select_related("meeting")
    found = earlier.defer("snapshot", "html").order_by("meeting__on", "number")
    waiting = found.filter(state=MinutesState.ISSUED)
    if here := [*waiting, *found.filter(approved_in=meeting)]:
        return here
    newest = found.exclude(state=MinutesState.DRAFTING).last()
    return [newest] if newest else []


def item_for_minutes(meeting: Meeting):
    """The item of ``meeting`` under which earlier minutes are approved, or None."""
    return meeting.items.filter(kind=ItemKind.LAST_MINUTES).order_by("position").first()
