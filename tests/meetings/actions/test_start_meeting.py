import pytest

from committee.refusals import Refused
from meetings.actions import start_meeting
from tests.factories import NINE, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["planned", "called"])
def test_start_meeting_opens_it(ed, state):
    meeting = MeetingFactory(state=state)

    start_meeting(meeting, by=ed, at=NINE)

    assert (meeting.state, meeting.started_at) == ("under_way", NINE)
    assert last_event() == ("meetings.start_meeting", "Ed Secretary", {})


@pytest.mark.parametrize("state", ["under_way", "closed", "cancelled"])
def test_start_meeting_refuses_every_other_state(ed, state):
    with pytest.raises(Refused, match=f"This meeting is {state.replace('_', ' ')}."):
        start_meeting(MeetingFactory(state=state), by=ed)


@OTHERS
def test_start_meeting_is_for_the_secretariat(request, who):
    assert_not_theirs(start_meeting, MeetingFactory(), by=request.getfixturevalue(who))
