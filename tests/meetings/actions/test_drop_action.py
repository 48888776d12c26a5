import pytest

from committee.refusals import Refused
from meetings.actions import drop_action
from meetings.models import ActionPoint
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def given(meeting, state="open"):
    return ActionPoint.objects.create(meeting=meeting, text="Publish", state=state)


def test_drop_action_leaves_it_dropped(meeting, ed):
    action = given(meeting)

    drop_action(action, by=ed)

    assert action.state == "dropped"
    assert last_event() == ("meetings.drop_action", "Ed Secretary", {})


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_drop_action_refuses_every_other_state(meeting, ed, state):
    with pytest.raises(Refused, match=r"This action point is (open|done|no longer needed)."):
        drop_action(given(meeting, state), by=ed)


@OTHERS
def test_drop_action_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(drop_action, given(meeting), by=request.getfixturevalue(who))
