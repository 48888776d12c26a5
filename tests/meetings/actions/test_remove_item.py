import pytest

from committee.refusals import Refused
from meetings.actions import add_action, place_item, plan_meeting, remove_item
from tests.factories import DAY, AgendaItemFactory, EntryFactory, VoteFactory, item_with_paper
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_remove_item_closes_the_gap(ed):
    meeting = plan_meeting(by=ed, on=DAY)

    remove_item(meeting.items.get(number="2"), by=ed)

    assert [item.number for item in meeting.items.all()] == ["1", "2", "3", "4", "5", None]
    assert last_event() == ("meetings.remove_item", "Ed Secretary", {"kind": "apologies"})


def test_remove_item_frees_its_papers(meeting, ed):
    remove_item(item_with_paper(meeting), by=ed)

    assert meeting.meeting_papers.count() == 0


def test_remove_item_refuses_one_with_items_under_it(meeting, ed):
    item = AgendaItemFactory(meeting=meeting)
    place_item(meeting, by=ed, kind="paper", parent=item)

    with pytest.raises(Refused, match="has items of its own under it"):
        remove_item(item, by=ed)


@pytest.mark.parametrize("what", ["line", "vote", "action"])
def test_remove_item_refuses_one_that_was_minuted(meeting, ed, what):
    item = AgendaItemFactory(meeting=meeting)
    if what == "line":
        EntryFactory(item=item)
    elif what == "vote":
        VoteFactory(item=item)
    else:
        add_action(meeting, by=ed, item=item, text="Publish the method")

    with pytest.raises(Refused, match=r"Move or (remove them|drop them) first"):
        remove_item(item, by=ed)


@OTHERS
def test_remove_item_is_for_the_secretariat(request, who, meeting):
    item = AgendaItemFactory(meeting=meeting)

    assert_not_theirs(remove_item, item, by=request.getfixturevalue(who))
