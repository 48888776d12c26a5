"""Taking the minutes of a loaded meeting all the way to the public."""

from functools import partial

from committee.models import Person
from meetings.actions import (
    approve_minutes,
    draft_minutes,
    issue_draft_minutes,
    publish_minutes,
)
from meetings.models import Meeting, MinutesVersion
from meetings.states import MinutesState

NEXT = {
    MinutesState.DRAFTING: partial(issue_draft_minutes, is_circulated=False),
    MinutesState.ISSUED: approve_minutes,
    MinutesState.APPROVED: publish_minutes,
}


def publish_first_version(meeting: Meeting, *, by: Person) -> MinutesVersion:
    """Do what is missing until the first version is published, each step an act of its own.

    Stopped half-way and run again, it goes on where it stopped. A correction that somebody
    is writing is not touched.
    """
    version = meeting.minutes.filter(number=1).first() or draft_minutes(meeting, by=by)
    while version.state in NEXT:
        version = NEXT[version.state](version, by=by)
    return version
