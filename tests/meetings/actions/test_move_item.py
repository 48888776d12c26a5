import pytest

from committee.refusals import Refused
from meetings.actions import move_item, place_item, plan_meeting
from tests.factories import DAY, AgendaItemFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def planned(ed):
    return plan_meeting(by=ed, on=DAY)


def printed(meeting):
    return [(item.number, item.kind) for item in meeting.items.order_by("position")]


def test_move_item_behind_another(planned, ed):
    second, fifth = planned.items.get(number="2"), planned.items.get(number="5")

    move_item(second, by=ed, after=fifth)

    assert printed(planned)[1:5] == [
        ("2", "declarations"),
        ("3", "last_minutes"),
        ("4", "actions_update"),
        ("5", "apologies"),
    ]
    facts = {"after": fifth.pk, "parent": None}
    assert last_event() == ("meetings.move_item", "Ed Secretary", facts)


def test_move_item_to_the_top(planned, ed):
    move_item(planned.items.get(number="3"), by=ed)

    assert printed(planned)[:2] == [("1", "declarations"), ("2", "welcome")]


def test_move_item_takes_along_what_is_under_it(planned, ed):
    third, fifth = planned.items.get(number="3"), planned.items.get(number="5")
    place_item(planned, by=ed, kind="paper", parent=third)

    move_item(third, by=ed, after=fifth)

    assert printed(planned)[3:6] == [
        ("4", "actions_update"),
        ("5", "declarations"),
        ("5a", "paper"),
    ]


def test_move_item_under_another_and_out_again(planned, ed):
    third, fourth = planned.items.get(number="3"), planned.items.get(number="4")

    move_item(fourth, by=ed, parent=third)
    assert printed(planned)[2:5] == [
        ("3", "declarations"),
        ("3a", "last_minutes"),
        ("4", "actions_update"),
    ]

    move_item(fourth, by=ed, after=third)
    assert printed(planned)[3] == ("4", "last_minutes")


def test_move_item_refuses_to_nest_twice(planned, ed):
    third, fourth = planned.items.get(number="3"), planned.items.get(number="4")
    place_item(planned, by=ed, kind="paper", parent=third)

    with pytest.raises(Refused, match="has items of its own under it"):
        move_item(third, by=ed, parent=fourth)
    with pytest.raises(Refused, match="Items nest one level only"):
        move_item(fourth, by=ed, parent=fourth)


def test_move_item_keeps_to_its_meeting_and_level(planned, ed):
    third, fourth = planned.items.get(number="3"), planned.items.get(number="4")
    stranger = AgendaItemFactory(meeting=MeetingFactory(slug="2025"))

    with pytest.raises(Refused, match="behind another of the same meeting"):
        move_item(third, by=ed, after=stranger)
    with pytest.raises(Refused, match="behind another of the same level"):
        move_item(third, by=ed, after=fourth, parent=planned.items.get(number="5"))


@OTHERS
def test_move_item_is_for_the_secretariat(request, who, meeting):
    item = AgendaItemFactory(meeting=meeting)

    assert_not_theirs(move_item, item, by=request.getfixturevalue(who))
