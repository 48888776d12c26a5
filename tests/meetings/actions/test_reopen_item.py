import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import reopen_item
from tests.factories import NINE, AgendaItemFactory
from tests.meetings.roles import last_event


@pytest.mark.parametrize("state", ["finished", "deferred"])
def test_reopen_item_puts_it_back_on_the_running_order(meeting, ed, state):
    item = AgendaItemFactory(meeting=meeting, state=state, finished_at=NINE)

    reopen_item(item, by=ed)

    assert (item.state, item.deferred_to) == ("waiting", "")
    assert last_event() == ("meetings.reopen_item", "Ed Secretary", {})


@pytest.mark.parametrize("state", ["waiting", "under_way"])
def test_reopen_item_refuses_every_other_state(meeting, ed, state):
    item = AgendaItemFactory(meeting=meeting, state=state, began_at=NINE)

    with pytest.raises(Refused, match=f"This item is {state.replace('_', ' ')}."):
        reopen_item(item, by=ed)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus", "fay"])
def test_reopen_item_is_for_those_who_lead(request, meeting, who):
    item = AgendaItemFactory(meeting=meeting, state="deferred")

    with pytest.raises(NotPermitted):
        reopen_item(item, by=request.getfixturevalue(who))
