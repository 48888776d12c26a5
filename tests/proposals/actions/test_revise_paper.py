import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import revise_paper
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_revise_paper_until_it_is_considered(ed, state):
    paper = PaperFactory(state=state)

    revise_paper(paper, by=ed, title="Better", summary="Plainly put.", at=NINE)

    paper.refresh_from_db()
    assert (paper.title, paper.summary) == ("Better", "Plainly put.")
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.revise_paper", NINE)
    assert event.facts == {"title": "Better", "summary": "Plainly put."}


def test_nothing_changed_is_nothing_recorded(ed):
    paper = PaperFactory(title="Same")

    revise_paper(paper, by=ed, title="Same")

    assert not Event.objects.exists()


@pytest.mark.parametrize("state", ["considered", "withdrawn"])
def test_what_was_considered_stays_as_it_was(ed, state):
    with pytest.raises(NotPermitted, match=f"This paper is {state}: it can no longer change"):
        revise_paper(PaperFactory(state=state), by=ed, title="Better")


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_revise_a_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        revise_paper(PaperFactory(), by=request.getfixturevalue(name), title="Mine")
