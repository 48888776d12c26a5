"""How far a meeting has come, from its plan to its published minutes, and what that allows."""

from dataclasses import dataclass

from committee.lifecycle import as_it_stands
from meetings.models import Meeting
from meetings.states import MeetingState, MinutesState

STAGES = ["Planned", "Called", "Under way", "Closed", "Draft issued", "Approved", "Published"]
OVER = {MeetingState.CLOSED, MeetingState.CANCELLED}
REACHED = {
    MeetingState.PLANNED: 0,
    MeetingState.CALLED: 1,
    MeetingState.UNDER_WAY: 2,
    MeetingState.CLOSED: 3,
    MinutesState.DRAFTING: 3,
    MinutesState.ISSUED: 4,
    MinutesState.APPROVED: 5,
    MinutesState.PUBLISHED: 6,
}


@dataclass(frozen=True)
class Stage:
    """One step of the strip: its name, and whether the meeting is past it or stands there."""

    label: str
    is_done: bool
    is_now: bool


def stages_of(meeting: Meeting, latest) -> list[Stage]:
    """The strip of ``meeting``; ``latest`` is the newest version of its minutes, or None.

    A cancelled meeting has none.
    """
    if meeting.state == MeetingState.CANCELLED:
        return []
    here = REACHED[latest.state if meeting.is_closed and latest else meeting.state]
    return [Stage(label, number < here, number == here) for number, label in enumerate(STAGES)]


def why_over(meeting: Meeting) -> str | None:
    """That the meeting is over, if it is: when and where it is no longer changes."""
    return as_it_stands(meeting) if meeting.state in OVER else None


def why_not_under_way(meeting: Meeting) -> str | None:
    """That the meeting is not held just now, if it is not."""
    if meeting.state == MeetingState.UNDER_WAY:
        return None
    return f"The meeting is {meeting.get_state_display().lower()}, not under way."


def why_not_minuted(meeting: Meeting) -> str | None:
    """Why nobody may write in the minutes of this meeting now."""
    if meeting.state in {MeetingState.PLANNED, MeetingState.CALLED}:
        return "The meeting has not started."
    if meeting.state == MeetingState.CANCELLED:
        return "The meeting was cancelled."
    latest = None
    if meeting.state == MeetingState.CLOSED:
        latest = meeting.minutes.order_by("-number").first()
    if latest and latest.state == MinutesState.APPROVED:
        return "The chair has approved these minutes. Publish them, then open a correction."
    if latest and latest.state == MinutesState.PUBLISHED:
        return "The minutes are published. Open a correction to change them."
    return None
