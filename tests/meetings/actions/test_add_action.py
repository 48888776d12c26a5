import datetime as dt

import pytest

from committee.refusals import Refused
from meetings.actions import add_action
from tests.factories import AgendaItemFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_add_action_notes_what_was_said(meeting, ed, amina):
    item = AgendaItemFactory(meeting=meeting, number="5")

    action = add_action(
        meeting,
        by=ed,
        text="Publish the method",
        item=item,
        owner_person=amina,
        due_on=dt.date(2026, 4, 1),
    )

    assert (action.text, action.item, action.item_label) == ("Publish the method", item, "5")
    assert (action.owner, action.owner_person) == ("Amina Lab", amina)
    assert (action.due, action.due_on) == ("1 April 2026", dt.date(2026, 4, 1))
    assert (action.state, action.position) == ("open", 0)
    facts = {"meeting": meeting.slug, "owner": "Amina Lab"}
    assert last_event() == ("meetings.add_action", "Ed Secretary", facts)


def test_add_action_with_words_for_owner_and_due(meeting, ed):
    action = add_action(meeting, by=ed, text="Look again", owner="Lab", due="next meeting")

    assert (action.owner, action.due, action.due_on) == ("Lab", "next meeting", None)


def test_add_action_without_owner_or_due(meeting, ed):
    action = add_action(meeting, by=ed, text="Look again")

    assert (action.owner, action.due, action.item_label) == (None, None, None)


def test_add_action_stays_within_the_meeting(meeting, ed):
    elsewhere = AgendaItemFactory(meeting=MeetingFactory(slug="2025"))

    with pytest.raises(Refused, match="That item belongs to another meeting"):
        add_action(meeting, by=ed, text="x", item=elsewhere)


def test_add_action_only_once_the_meeting_has_started(ed):
    with pytest.raises(Refused, match="The meeting has not started"):
        add_action(MeetingFactory(), by=ed, text="x")


@OTHERS
def test_add_action_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(add_action, meeting, by=request.getfixturevalue(who), text="x")
