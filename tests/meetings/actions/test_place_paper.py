import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import place_paper
from tests.factories import MeetingFactory, PaperFactory, item_with_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def coming():
    return MeetingFactory(state="planned")


@pytest.fixture
def paper():
    return PaperFactory(state="submitted", title="Night buses")


def test_a_submitted_paper_is_accepted_and_placed_in_one_step(coming, paper, ed):
    item = place_paper(paper, by=ed, meeting=coming)

    paper.refresh_from_db()
    assert (paper.state, str(item), item.kind) == ("accepted", "Night buses", "paper")
    assert list(item.papers.all()) == [paper]
    assert coming.meeting_papers.filter(paper=paper).exists()
    assert {"proposals.accept_paper", "meetings.place_item", "meetings.place_paper"} == set(
        Event.objects.values_list("act", flat=True)
    )


def test_several_papers_are_heard_under_one_item(coming, paper, ed):
    item = item_with_paper(coming)
    (first,) = item.papers.all()

    place_paper(paper, by=ed, meeting=coming, item=item)

    assert [row.paper for row in item.item_papers.all()] == [first, paper]


def test_a_paper_stands_once_on_an_agenda(coming, paper, ed):
    place_paper(paper, by=ed, meeting=coming)

    with pytest.raises(Refused, match="already"):
        place_paper(paper, by=ed, meeting=coming)


@pytest.mark.parametrize("state", ["draft", "returned", "withdrawn", "considered"])
def test_what_is_not_submitted_is_not_placed(coming, ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        place_paper(PaperFactory(state=state), by=ed, meeting=coming)
    assert not coming.items.exists()


def test_members_place_no_papers(coming, paper, chloe):
    with pytest.raises(NotPermitted):
        place_paper(paper, by=chloe, meeting=coming)
