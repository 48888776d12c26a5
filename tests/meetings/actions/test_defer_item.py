import datetime as dt

import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import defer_item, start_item
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, item_with_paper
from tests.meetings.roles import last_event
from tests.votes import vote_on


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting)


def test_defer_item_says_to_when(item, ed):
    defer_item(item, by=ed, to="December")

    assert (item.is_deferred, item.deferred_words) == (True, "Deferred to December")
    assert last_event() == ("meetings.defer_item", "Ed Secretary", {"to": "December"})


def test_defer_item_before_the_meeting_is_the_secretariats(ed, ben):
    item = AgendaItemFactory(meeting=MeetingFactory(state="called"))

    with pytest.raises(NotPermitted):
        defer_item(item, by=ben)

    assert defer_item(item, by=ed).deferred_words == "Deferred"


def test_defer_item_that_is_on_keeps_the_time_it_took(item, ben):
    start_item(item, by=ben, at=NINE)

    defer_item(item, by=ben, at=NINE + dt.timedelta(minutes=4))

    assert (item.minutes_spent, item.meeting.item_on()) == (4, None)


@pytest.mark.parametrize("state", ["finished", "deferred"])
def test_defer_item_refuses_every_other_state(meeting, ed, state):
    with pytest.raises(Refused, match=f"This item is {state}."):
        defer_item(AgendaItemFactory(meeting=meeting, state=state, finished_at=NINE), by=ed)


def test_defer_item_waits_for_its_vote(meeting, ben):
    item = item_with_paper(meeting)
    vote_on(meeting, by=ben, item=item)

    with pytest.raises(Refused, match="A vote is open on this item"):
        defer_item(item, by=ben)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus", "fay"])
def test_defer_item_is_for_those_who_lead(request, item, who):
    with pytest.raises(NotPermitted):
        defer_item(item, by=request.getfixturevalue(who))
