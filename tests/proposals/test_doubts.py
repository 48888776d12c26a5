import pytest

from committee.worklist import WorkItem
from proposals.models import ProposalMatch
from proposals.worklist import papers_in_doubt
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


def ask(**match):
    fields = {"paper": PaperFactory(title="Night bus delays"), "score": "0.75"}
    return ProposalMatch.objects.create(
        candidate=ProposalFactory(title="Night buses"), **fields | match
    )


def test_the_secretariat_is_reminded_of_papers_in_doubt(ed):
    ask()
    ask(state="rejected", decided_at=NINE, decided_by=ed)

    assert papers_in_doubt(ed) == [
        WorkItem("Is “Night bus delays” about “Night buses”?", "/proposals/matches/", "Papers")
    ]


def test_nobody_else_is(chloe):
    ask()

    assert papers_in_doubt(chloe) == []
