import pytest

from committee.refusals import Refused
from meetings.actions import complete_action
from meetings.models import ActionPoint
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def given(meeting, state="open"):
    return ActionPoint.objects.create(meeting=meeting, text="Publish", state=state)


def test_complete_action_leaves_it_done(meeting, ed):
    action = given(meeting)

    complete_action(action, by=ed)

    assert action.state == "done"
    assert last_event() == ("meetings.complete_action", "Ed Secretary", {})


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_complete_action_refuses_every_other_state(meeting, ed, state):
    with pytest.raises(Refused, match=r"This action point is (open|done|no longer needed)."):
        complete_action(given(meeting, state), by=ed)


@OTHERS
def test_complete_action_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(complete_action, given(meeting), by=request.getfixturevalue(who))
