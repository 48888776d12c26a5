"""How far a meeting has come, from its plan to its published minutes."""

from dataclasses import dataclass

from meetings.models import Meeting
from meetings.states import MeetingState, MinutesState

STAGES = ["Planned", "Called", "Under way", "Closed", "Draft issued", "Approved", "Published"]
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
