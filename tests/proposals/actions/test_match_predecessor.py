import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import match_predecessor
from tests.factories import PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers():
    proposal = ProposalFactory()
    return [PaperFactory(proposal=proposal) for _ in range(3)]


def test_a_paper_follows_another_of_its_proposal(papers, ed):
    first, second, _ = papers

    match_predecessor(second, by=ed, predecessor=first)

    second.refresh_from_db()
    assert second.predecessor == first
    assert Event.objects.get().facts == {"was": None, "becomes": first.pk}
    match_predecessor(second, by=ed, predecessor=None)
    assert second.predecessor is None


def test_nothing_follows_itself_however_far(papers, ed):
    first, second, third = papers
    match_predecessor(second, by=ed, predecessor=first)
    match_predecessor(third, by=ed, predecessor=second)

    for paper in papers:
        with pytest.raises(Refused, match="comes after this paper"):
            match_predecessor(first, by=ed, predecessor=paper)


def test_a_paper_of_another_proposal_is_refused(papers, ed):
    with pytest.raises(Refused, match="another proposal"):
        match_predecessor(papers[0], by=ed, predecessor=PaperFactory())


def test_members_do_not_match_papers(papers, chloe):
    with pytest.raises(NotPermitted):
        match_predecessor(papers[1], by=chloe, predecessor=papers[0])
