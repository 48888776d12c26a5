import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_proposal, order_case_file
from proposals.models import CaseFile
from proposals.permissions import order_case_file as why_not
from tests.case_files import made
from tests.factories import NINE, AgendaItemFactory, PaperFactory, ProposalFactory, appoint
from tests.interests import recuse

pytestmark = pytest.mark.django_db
ONLY = "Only the secretariat, the chair and the vice chair have case files made."


@pytest.fixture
def proposal():
    return PaperFactory().proposal


def test_order_freezes_what_the_file_will_say(proposal, ed):
    ordered = order_case_file(proposal, by=ed, edition="internal", at=NINE)

    assert (ordered.state, ordered.ordered_at, ordered.ordered_by) == ("queued", NINE, ed)
    assert ordered.parts == len(ordered.snapshot["pages"]) + 3
    event = Event.objects.get()
    assert (event.act, event.facts) == ("proposals.order_case_file", {"digest": ordered.digest})


def test_order_again_makes_another_only_when_it_would_say_something_else(proposal, ed):
    first = made(proposal, by=ed)
    assert order_case_file(proposal, by=ed, edition="internal") == first

    PaperFactory(proposal=proposal)

    assert order_case_file(proposal, by=ed, edition="internal") != first
    assert CaseFile.objects.count() == 2


def test_order_again_after_a_failure(proposal, ed):
    first = order_case_file(proposal, by=ed, edition="internal")
    CaseFile.objects.update(state="failed", failure="No room")

    assert order_case_file(proposal, by=ed, edition="internal") != first


@pytest.mark.parametrize("role", ["member", "adviser", "presenter", "office"])
def test_others_order_none(proposal, role):
    with pytest.raises(NotPermitted, match=ONLY):
        order_case_file(proposal, by=appoint(role), edition="internal")


@pytest.mark.parametrize("role", ["chair", "vice_chair"])
def test_chair_orders_the_internal_edition_alone(proposal, role):
    chair = appoint(role)
    assert order_case_file(proposal, by=chair, edition="internal").edition == "internal"

    public = CaseFile(proposal=proposal, edition="public")
    assert why_not(chair, public) == "Only the secretariat has the public edition made."


def test_public_edition_needs_published_minutes(ed):
    public = CaseFile(proposal=ProposalFactory(), edition="public")
    assert why_not(ed, public) == "No published minutes name this proposal yet."

    public.proposal.is_public = True
    assert why_not(ed, public) is None


def test_recused_keeper_orders_none(proposal, ben):
    item = AgendaItemFactory()
    item.item_papers.create(paper=proposal.papers.get())
    recuse(ben, item)

    with pytest.raises(NotPermitted, match="You declared an interest"):
        order_case_file(proposal, by=ben, edition="internal")


def test_proposal_without_a_paper_has_a_case_file_too(ed):
    body = appoint("presenter").appointments.get().organisation
    proposal = add_proposal(by=ed, title="Begun", submitting_body=body)

    titles = [page["title"] for page in made(proposal, by=ed).snapshot["pages"]]
    assert titles == ["The proposal", "Acts on record"]
