import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import reject_match
from proposals.models import Proposal, ProposalMatch
from tests import factories
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return ProposalMatch.objects.create(
        paper=PaperFactory(), candidate=ProposalFactory(), score="0.75"
    )


def test_reject_match_keeps_the_two_apart(match, ed):
    reject_match(match, by=ed, at=NINE)

    assert (match.state, match.decided_at, match.decided_by) == ("rejected", NINE, ed)
    assert Proposal.objects.count() == 2
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.at) == (
        "proposals.reject_match",
        str(match.pk),
        NINE,
    )


def test_reject_match_refuses_what_is_answered(match, ed):
    stale = ProposalMatch.objects.get()
    reject_match(match, by=ed)

    with pytest.raises(Refused, match=r"^This question is rejected\.$"):
        reject_match(stale, by=ed)


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
def test_reject_match_is_for_the_secretariat(match, role):
    with pytest.raises(NotPermitted, match=r"^Only the secretariat keeps the register"):
        reject_match(match, by=factories.appoint(role))
