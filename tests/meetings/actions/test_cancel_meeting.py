import pytest

from committee.models import Mail
from committee.refusals import Refused
from meetings.actions import call_meeting, cancel_meeting
from tests.factories import MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


def test_cancel_meeting_of_which_nobody_knew_tells_nobody(ed):
    meeting = MeetingFactory()

    cancel_meeting(meeting, by=ed, reason="The hall is closed")

    assert meeting.state == "cancelled"
    assert Mail.objects.count() == 0
    said = ("meetings.cancel_meeting", "Ed Secretary", {"reason": "The hall is closed"})
    assert last_event() == said


def test_cancel_meeting_tells_those_who_were_invited(ed, chloe):
    meeting = call_meeting(MeetingFactory(), by=ed)

    cancel_meeting(meeting, by=ed, reason="A private matter")

    mail = Mail.objects.get(to=chloe.email, subject="Meeting on 2 March 2026: cancelled")
    assert "will not take place" in mail.body
    assert "private" not in mail.body


@pytest.mark.parametrize("state", ["under_way", "closed", "cancelled"])
def test_cancel_meeting_refuses_every_other_state(ed, state):
    with pytest.raises(Refused, match=f"This meeting is {state.replace('_', ' ')}."):
        cancel_meeting(MeetingFactory(state=state), by=ed)


@OTHERS
def test_cancel_meeting_is_for_the_secretariat(request, who):
    assert_not_theirs(cancel_meeting, MeetingFactory(), by=request.getfixturevalue(who))
