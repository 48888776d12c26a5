import pytest

from committee.refusals import Refused
from meetings.actions import add_action, revise_action
from tests.factories import AgendaItemFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def action(meeting, ed):
    return add_action(meeting, by=ed, text="Publish", owner="Lab")


def test_revise_action_changes_what_is_given(action, ed, amina):
    revise_action(action, by=ed, text="Publish it", owner="Lab", owner_person=amina)

    assert (action.text, action.owner, action.owner_person) == ("Publish it", "Lab", amina)
    facts = {"changed": ["owner_person", "text"]}
    assert last_event() == ("meetings.revise_action", "Ed Secretary", facts)


def test_revise_action_moves_it_under_another_item(action, ed):
    item = AgendaItemFactory(meeting=action.meeting, number="4")

    revise_action(action, by=ed, item=item)
    assert (action.item, action.item_label) == (item, "4")
    revise_action(action, by=ed, item=None)
    assert (action.item, action.item_label) == (None, None)


def test_revise_action_stays_within_the_meeting(action, ed):
    elsewhere = AgendaItemFactory(meeting=MeetingFactory(slug="2025"))

    with pytest.raises(Refused, match="That item belongs to another meeting"):
        revise_action(action, by=ed, item=elsewhere)


def test_revise_action_not_once_its_minutes_stand(action, ed):
    action.meeting.state = "cancelled"
    action.meeting.save()

    with pytest.raises(Refused, match="The meeting was cancelled"):
        revise_action(action, by=ed, text="x")


@OTHERS
def test_revise_action_is_for_the_secretariat(request, who, action):
    assert_not_theirs(revise_action, action, by=request.getfixturevalue(who), text="x")
