import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import withdraw_paper
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_withdraw_paper_before_it_is_considered(ed, state):
    paper = PaperFactory(state=state)

    withdraw_paper(paper, by=ed, reason="The data changed.", at=NINE)

    assert paper.state == "withdrawn"
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.withdraw_paper", NINE)
    assert event.facts == {"reason": "The data changed."}


@pytest.mark.parametrize("state", ["considered", "withdrawn"])
def test_what_was_considered_is_not_withdrawn(ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        withdraw_paper(PaperFactory(state=state), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_withdraw_the_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        withdraw_paper(PaperFactory(), by=request.getfixturevalue(name))
