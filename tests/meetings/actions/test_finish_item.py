import datetime as dt

import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import finish_item, reopen_item, start_item
from tests.factories import NINE, AgendaItemFactory
from tests.meetings.roles import last_event

TEN_MINUTES = dt.timedelta(minutes=10)


@pytest.fixture
def on(meeting, ed):
    return start_item(AgendaItemFactory(meeting=meeting), by=ed, at=NINE)


def test_finish_item_keeps_how_long_it_took(on, ed):
    finish_item(on, by=ed, at=NINE + TEN_MINUTES)

    assert (on.state, on.finished_at, on.minutes_spent) == ("finished", NINE + TEN_MINUTES, 10)
    assert last_event() == ("meetings.finish_item", "Ed Secretary", {"minutes": 10})


def test_finish_item_adds_up_all_the_times_it_was_taken_up(on, ed):
    finish_item(on, by=ed, at=NINE + TEN_MINUTES)
    start_item(reopen_item(on, by=ed), by=ed, at=NINE + 3 * TEN_MINUTES)

    finish_item(on, by=ed, at=NINE + 4 * TEN_MINUTES)

    assert on.minutes_spent == 20


@pytest.mark.parametrize("state", ["waiting", "finished", "deferred"])
def test_finish_item_refuses_every_other_state(meeting, ed, state):
    item = AgendaItemFactory(meeting=meeting, state=state, finished_at=NINE)

    with pytest.raises(Refused, match=f"This item is {state}."):
        finish_item(item, by=ed)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus", "fay"])
def test_finish_item_is_for_those_who_lead(request, on, who):
    with pytest.raises(NotPermitted, match="Only the chair, the vice chair and the secretariat"):
        finish_item(on, by=request.getfixturevalue(who))
