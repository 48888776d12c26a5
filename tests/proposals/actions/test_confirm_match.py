import pytest

from committee.models import Event, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import confirm_match
from proposals.models import Proposal, ProposalMatch
from tests import factories
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return ProposalMatch.objects.create(
        paper=PaperFactory(), candidate=ProposalFactory(), score="0.75"
    )


def test_confirm_match_makes_one_proposal_of_two(match, ed):
    confirm_match(match, by=ed, at=NINE)

    match.paper.refresh_from_db()
    assert (match.state, match.decided_at, match.decided_by) == ("confirmed", NINE, ed)
    assert match.paper.proposal == match.candidate == Proposal.objects.get()
    assert [event.act for event in Event.objects.all()] == [
        "proposals.merge_proposals",
        "proposals.confirm_match",
    ]


def test_confirm_match_answers_the_other_questions_about_the_paper(match, ed):
    other = ProposalMatch.objects.create(
        paper=match.paper, candidate=ProposalFactory(), score="0.60"
    )

    confirm_match(match, by=ed, at=NINE)

    other.refresh_from_db()
    assert (other.state, other.decided_at, other.decided_by) == ("rejected", NINE, ed)


def test_confirm_match_of_what_is_one_already_only_answers(match, ed):
    match.paper.proposal = match.candidate
    match.paper.save()

    confirm_match(match, by=ed)

    assert [event.act for event in Event.objects.all()] == ["proposals.confirm_match"]


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
def test_confirm_match_refuses_what_is_answered(match, ed, state):
    ProposalMatch.objects.update(state=state, decided_at=NINE, decided_by=ed)
    match.refresh_from_db()

    with pytest.raises(NotPermitted, match=r"^This question is answered\.$"):
        confirm_match(match, by=ed)

    assert Proposal.objects.count() == 2


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
def test_confirm_match_is_for_the_secretariat(match, role):
    with pytest.raises(NotPermitted, match=r"^Only the secretariat keeps the register"):
        confirm_match(match, by=factories.appoint(role))


def test_confirm_match_hands_no_papers_from_body_to_body(match, ed):
    lab, ndas = (Organisation.objects.get(short_name=name) for name in ("Lab", "NDAS"))
    Proposal.objects.filter(pk=match.paper.proposal_id).update(submitting_body=lab)
    Proposal.objects.filter(pk=match.candidate_id).update(submitting_body=ndas)
    match = ProposalMatch.objects.get()

    with pytest.raises(Refused, match="It is the same as another proposal"):
        confirm_match(match, by=ed)

    match.refresh_from_db()
    assert match.state == "open"
