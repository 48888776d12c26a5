from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.letters import tell_committee
from meetings.models import Meeting


@act
def announce_papers(meeting: Meeting, *, by: Person) -> Meeting:
    """Tell the committee that agenda and papers are ready to be read."""
    meeting.refresh_from_db()
    require(by, "meetings.announce_papers", meeting)
    event = record("meetings.announce_papers", meeting, by=by)
    tell_committee(meeting, "announce_papers", mark=str(event.number))
    return meeting
