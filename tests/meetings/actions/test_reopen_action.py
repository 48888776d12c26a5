import pytest

from committee.refusals import Refused
from meetings.actions import reopen_action
from meetings.models import ActionPoint
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def given(meeting, state="done"):
    return ActionPoint.objects.create(meeting=meeting, text="Publish", state=state)


def test_reopen_action_leaves_it_open(meeting, ed):
    action = given(meeting)

    reopen_action(action, by=ed)

    assert action.state == "open"
    assert last_event() == ("meetings.reopen_action", "Ed Secretary", {})


@pytest.mark.parametrize("state", ["open"])
def test_reopen_action_refuses_every_other_state(meeting, ed, state):
    with pytest.raises(Refused, match=r"This action point is (open|done|no longer needed)."):
        reopen_action(given(meeting, state), by=ed)


@OTHERS
def test_reopen_action_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(reopen_action, given(meeting), by=request.getfixturevalue(who))
