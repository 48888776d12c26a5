import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import submit_paper
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["amina", "ed"])
def test_submit_paper_puts_it_before_the_committee(amina, chloe, name, request):
    body = amina.appointments.get().organisation
    paper = PaperFactory(
        proposal=ProposalFactory(submitting_body=body), state="draft", submitted_at=None
    )
    papers = type(paper).objects
    assert not papers.visible_to(chloe).exists()

    submit_paper(paper, by=request.getfixturevalue(name), at=NINE)

    assert (paper.state, paper.submitted_at) == ("submitted", NINE)
    assert papers.visible_to(chloe).exists()
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.submit_paper", NINE)


@pytest.mark.parametrize("state", ["submitted", "considered", "withdrawn"])
def test_only_a_draft_is_submitted(ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        submit_paper(PaperFactory(state=state), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_submit_the_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        submit_paper(PaperFactory(state="draft"), by=request.getfixturevalue(name))
