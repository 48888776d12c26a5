import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_proposal, revise_proposal
from tests.factories import NINE, ProposalFactory

pytestmark = pytest.mark.django_db


def test_a_former_title_stays_a_name(ed):
    proposal = add_proposal(by=ed, title="RFSDi", submitting_body=None)

    revise_proposal(proposal, by=ed, title="IOM model", phase="trial", at=NINE)

    proposal.refresh_from_db()
    assert (proposal.title, proposal.phase, proposal.slug) == ("IOM model", "trial", "rfsdi")
    assert {alias.name for alias in proposal.aliases.all()} == {"RFSDi", "IOM model"}
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.revise_proposal", NINE)
    assert event.facts == {"title": "IOM model", "phase": "trial"}


def test_nothing_changed_is_nothing_recorded(ed):
    proposal = ProposalFactory(title="IOM model")

    revise_proposal(proposal, by=ed, title="IOM model", kind=None)

    assert not Event.objects.exists()


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_revise_a_proposal_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        revise_proposal(ProposalFactory(), by=request.getfixturevalue(name), title="Mine")
