from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.letters import tell_committee
from meetings.models import Meeting
from meetings.states import MeetingState


@act
def cancel_meeting(meeting: Meeting, *, by: Person, reason: str = "") -> Meeting:
    """Call a meeting off; those it was announced to are told."""
    meeting.refresh_from_db()
    require(by, "meetings.cancel_meeting", meeting)
    was_called = meeting.state == MeetingState.CALLED
    move(meeting, "cancel_meeting")
    record("meetings.cancel_meeting", meeting, by=by, reason=reason)
    if was_called:
        tell_committee(meeting, "cancel_meeting")
    return meeting
