import pytest

from committee.refusals import NotPermitted
from meetings.actions import close_meeting, defer_rest, start_item
from tests.factories import NINE, AgendaItemFactory, EntryFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def items(meeting, ed):
    """Three items, of which the first is on; the last is the close."""
    kinds = [{"title": "Vehicles"}, {"title": "Vans"}, {"kind": "close", "title": "Close"}]
    items = [AgendaItemFactory(meeting=meeting, **kind) for kind in kinds]
    start_item(items[0], by=ed, at=NINE)
    return items


def states(meeting):
    return list(meeting.items.order_by("position").values_list("state", "deferred_to"))


def test_defer_rest_puts_off_what_was_not_reached(meeting, items, ed):
    defer_rest(meeting, by=ed, to="December")

    assert states(meeting) == [("under_way", ""), ("deferred", "December"), ("waiting", "")]
    facts = {"items": [items[1].pk], "to": "December"}
    assert last_event() == ("meetings.defer_rest", "Ed Secretary", facts)


def test_defer_rest_after_the_close_of_the_meeting(meeting, items, ed):
    close_meeting(meeting, by=ed)

    defer_rest(meeting, by=ed)

    assert states(meeting)[1] == ("deferred", "")


def test_defer_rest_twice_at_once_is_done_once(meeting, items, ed):
    defer_rest(meeting, by=ed)

    with pytest.raises(NotPermitted, match=r"No item is left that was not reached."):
        defer_rest(meeting, by=ed)


def test_defer_rest_leaves_what_was_heard(meeting, items, ed):
    EntryFactory(item=items[1])

    with pytest.raises(NotPermitted, match=r"No item is left that was not reached."):
        defer_rest(meeting, by=ed)


@OTHERS
def test_defer_rest_is_for_the_secretariat(request, meeting, items, who):
    assert_not_theirs(defer_rest, meeting, by=request.getfixturevalue(who))
