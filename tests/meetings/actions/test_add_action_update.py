import pytest

from meetings.actions import add_action, add_action_update
from tests.factories import NINE, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def action(meeting, ed):
    return add_action(meeting, by=ed, text="Publish")


def test_add_action_update_notes_what_a_later_meeting_heard(action, ed):
    later = MeetingFactory(slug="2026-06")

    update = add_action_update(action, by=ed, text="Half done", meeting=later, at=NINE)

    assert list(action.updates.all()) == [update]
    assert (update.text, update.meeting, update.at, update.by) == ("Half done", later, NINE, ed)
    said = ("meetings.add_action_update", "Ed Secretary", {"meeting": "2026-06"})
    assert last_event() == said


def test_add_action_update_between_meetings(action, ed):
    assert add_action_update(action, by=ed, text="Half done").meeting is None


@OTHERS
def test_add_action_update_is_for_the_secretariat(request, who, action):
    assert_not_theirs(add_action_update, action, by=request.getfixturevalue(who), text="x")
