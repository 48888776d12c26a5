import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import draft_paper
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(amina):
    body = amina.appointments.get().organisation
    return ProposalFactory(submitting_body=body)


def test_draft_paper_follows_the_last_one(proposal, amina):
    first = PaperFactory(proposal=proposal)
    PaperFactory(proposal=proposal, state="withdrawn")

    paper = draft_paper(
        proposal, by=amina, stage="final_report", title="Final report", summary="New.", at=NINE
    )

    assert (paper.proposal, paper.state, paper.predecessor) == (proposal, "draft", first)
    assert (paper.stage, paper.title, paper.summary) == ("final_report", "Final report", "New.")
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.draft_paper", NINE)
    assert event.facts == {"proposal": proposal.pk, "stage": "final_report"}


@pytest.mark.parametrize("name", ["ben", "chloe", "gus"])
def test_who_may_not_draft_papers(proposal, name, request):
    with pytest.raises(NotPermitted, match="submitting bodies"):
        draft_paper(proposal, by=request.getfixturevalue(name), stage="update", title="No")


def test_nor_may_another_body(amina):
    with pytest.raises(NotPermitted, match="another body"):
        draft_paper(ProposalFactory(), by=amina, stage="update", title="No")
