import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import finish_item, start_item
from meetings.models import Interest
from tests.factories import NINE, AgendaItemFactory, item_with_paper
from tests.meetings.roles import last_event

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def items(meeting):
    return [item_with_paper(meeting, number=str(number)) for number in (1, 2)]


def test_start_item_takes_it_up(items, ed):
    start_item(items[0], by=ed, at=NINE)

    assert (items[0].state, items[0].began_at, items[0].meeting.item_on()) == (
        "under_way", NINE, items[0]
    )  # fmt: skip
    assert last_event() == ("meetings.start_item", "Ed Secretary", {})  # no quorum is set


def test_start_item_finishes_the_one_that_is_on(items, ben):
    start_item(items[0], by=ben, at=NINE)

    start_item(items[1], by=ben, at=NINE + HOUR)

    items[0].refresh_from_db()
    assert (items[0].state, items[0].spent, items[0].finished_at) == ("finished", HOUR, NINE + HOUR)
    acts = Event.objects.order_by("number").values_list("act", flat=True)
    assert [act.split(".")[1] for act in acts] == ["start_item", "finish_item", "start_item"]


@pytest.mark.parametrize("state", ["under_way", "finished", "deferred"])
def test_start_item_refuses_every_other_state(meeting, ed, state):
    item = AgendaItemFactory(meeting=meeting, state=state, began_at=NINE, finished_at=NINE)

    with pytest.raises(Refused, match=f"This item is {state.replace('_', ' ')}."):
        start_item(item, by=ed)


def test_start_item_twice_at_once_starts_it_once(items, ed, ben):
    start_item(items[0], by=ed, at=NINE)

    with pytest.raises(Refused, match=r"This item is under way."):
        start_item(items[0], by=ben, at=NINE + HOUR)

    assert items[0].meeting.items.get(pk=items[0].pk).began_at == NINE


def test_start_item_refuses_who_did_not_see_that_another_has_moved_on(items, meeting, ed, ben):
    third = item_with_paper(meeting)
    start_item(items[0], by=ed)
    start_item(items[1], by=ed, instead_of=items[0])

    with pytest.raises(Refused, match="Somebody else has moved on meanwhile: “Item "):
        start_item(third, by=ben, instead_of=items[0])

    assert meeting.item_on() == items[1]


def test_start_item_refuses_who_saw_nothing_on(items, meeting, ed, ben):
    start_item(items[0], by=ed, instead_of=None)

    with pytest.raises(Refused, match=f"“{items[0]}” is on now. If “{items[1]}” comes next"):
        start_item(items[1], by=ben, instead_of=None)

    assert meeting.item_on() == items[0]


def test_start_item_refuses_who_did_not_see_that_an_item_was_finished(items, meeting, ed, ben):
    start_item(items[0], by=ed)
    finish_item(items[0], by=ed)

    with pytest.raises(Refused, match=r"Somebody else has moved on meanwhile: no item is on now."):
        start_item(items[1], by=ben, instead_of=items[0])

    assert meeting.item_on() is None


def test_start_item_says_where_too_few_may_vote_on_it(meeting, items, ed, ben, chloe):
    meeting.terms.quorum_at_least = 3
    meeting.terms.save()
    Interest.objects.create(
        meeting=meeting, item=items[1], member=chloe, nature="Hers", effect="speak",
        declared_at=NINE, recorded_by=ed,
    )  # fmt: skip

    start_item(items[0], by=ed, at=NINE)
    start_item(items[1], by=ed, at=NINE + HOUR)

    assert last_event()[2] == {"quorate": False}
    changes = meeting.quorum_changes.values_list("item", "is_quorate", "present", "needed")
    assert list(changes) == [(items[0].pk, True, 3, 3), (items[1].pk, False, 2, 3)]


def test_start_item_waits_for_the_meeting(ed):
    with pytest.raises(Refused, match=r"The meeting is planned, not under way."):
        start_item(AgendaItemFactory(), by=ed)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus", "fay"])
def test_start_item_is_for_those_who_lead(request, items, who):
    with pytest.raises(NotPermitted, match="Only the chair, the vice chair and the secretariat"):
        start_item(items[0], by=request.getfixturevalue(who))


def test_start_item_is_for_whoever_chairs_on_the_day(items, meeting, dev):
    meeting.chaired_by = dev
    meeting.save()

    assert start_item(items[0], by=dev).is_under_way
