import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import chair_item, close_meeting, finish_item, start_item
from meetings.models import Interest
from tests.factories import NINE, AgendaItemFactory
from tests.meetings.roles import last_event


@pytest.fixture
def item(meeting, ben):
    meeting.chaired_by = ben
    meeting.save()
    return AgendaItemFactory(meeting=meeting)


def test_chair_item_notes_who_took_the_chair(item, ed, chloe):
    chair_item(item, by=ed, chair=chloe)

    assert item.chaired_by == chloe
    assert last_event() == ("meetings.chair_item", "Ed Secretary", {"chair": "Chloe Member"})


def test_chair_item_gives_the_chair_back(item, ed, ben, chloe):
    chair_item(item, by=ed, chair=chloe)

    chair_item(item, by=ed, chair=ben)

    assert item.chaired_by is None


def test_chair_item_refuses_who_is_not_here_or_has_no_vote(item, ed, chloe, meeting):
    meeting.attendances.filter(person=chloe).update(left_at=NINE)

    for person in (chloe, ed):
        with pytest.raises(Refused, match=f"{person} cannot take the chair: only a voting member"):
            chair_item(item, by=ed, chair=person)


@pytest.mark.parametrize("is_over", ["item", "meeting"])
def test_of_an_item_that_is_over_whoever_came_may_have_chaired(item, ed, chloe, meeting, is_over):
    meeting.attendances.filter(person=chloe).update(left_at=NINE)
    if is_over == "item":
        finish_item(start_item(item, by=ed), by=ed)
    else:
        close_meeting(meeting, by=ed)

    assert chair_item(item, by=ed, chair=chloe).chaired_by == chloe


def test_chair_item_refuses_who_has_an_interest_in_it(item, ed, chloe, meeting):
    Interest.objects.create(
        meeting=meeting, item=item, member=chloe, nature="Hers", effect="leave",
        declared_at=NINE, recorded_by=ed,
    )  # fmt: skip

    with pytest.raises(Refused, match="they declared an interest in this item"):
        chair_item(item, by=ed, chair=chloe)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus", "fay"])
def test_chair_item_is_for_those_who_lead(request, item, who, dev):
    with pytest.raises(NotPermitted):
        chair_item(item, by=request.getfixturevalue(who), chair=dev)
