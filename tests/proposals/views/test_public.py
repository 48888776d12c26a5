"""The open register and the page of one proposal."""

import pytest

from committee.models import Organisation
from proposals.models import Answer, FormerSlug, Proposal, Recommendation
from tests.factories import NINE, PaperFactory, PersonFactory, ProposalFactory
from tests.publishing import advised, heard, held, many_published, published

pytestmark = pytest.mark.django_db


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def vans(ed):
    """A published proposal under two names, with outcome B; and another, with E."""
    meeting = held()
    vans = ProposalFactory(
        slug="vans",
        title="Vehicle theft",
        reference="P-7",
        kind="predictive",
        submitting_body=Organisation.objects.get(short_name="Lab"),
    )
    vans.aliases.create(name="White vans")
    vans.aliases.create(name="Vehicle theft")
    paper = PaperFactory(proposal=vans, title="White vans, a follow-up", stage="follow_up")
    advised(heard(meeting, paper), "B", [("recommendation", "Show the map to youth services.")])
    other = ProposalFactory(slug="other", title="Mental health demand")
    advised(heard(meeting, PaperFactory(proposal=other)), "E")
    published(meeting, ed)
    return vans


def test_register_lists_what_last_came_of_each(client, vans):
    html = read(client, "/proposals/")

    assert "2 proposals, latest first" in html
    assert '<a href="/proposals/vans/">Vehicle theft</a>' in html
    assert "also White vans</p>" in html
    assert "Follow-up" in html
    assert "Proceed with minor amendments" in html


@pytest.mark.parametrize(
    "query",
    [
        "q=theft",
        "q=WHITE",
        "q=p-7",
        "q=follow-up",
        "outcome=B",
        "kind=predictive",
        "q=vehicle&outcome=B&kind=predictive",
    ],
)
def test_register_finds_by_name_kind_and_outcome(client, vans, query):
    html = read(client, f"/proposals/?{query}")

    assert "1 proposal, latest first" in html
    assert "Vehicle theft" in html


def test_register_finds_by_body(client, vans):
    html = read(client, f"/proposals/?body={vans.submitting_body_id}&outcome=B")

    assert "1 proposal, latest first" in html
    assert '<a href="?outcome=B">Data Analytics Lab' in html
    assert f'<a href="?body={vans.submitting_body_id}">Outcome B' in html


@pytest.mark.parametrize("query", ["outcome=A", "q=nothing", "outcome=deferred", "q=%25"])
def test_register_says_when_nothing_matches(client, vans, query):
    html = read(client, f"/proposals/?{query}")

    assert "No proposal matches" in html
    assert "take the filters off" in html


@pytest.mark.parametrize("query", ["outcome=Z", "kind=x", "body=999", "page=x", "q=%00"])
def test_a_strange_address_is_no_error(client, vans, query):
    assert "proposals, latest first" in read(client, f"/proposals/?{query}")


def test_register_keeps_what_was_typed(client, vans):
    html = read(client, "/proposals/?q=%22%3Cb%3E&outcome=B")

    assert 'value="&quot;&lt;b&gt;"' in html
    assert '<option value="B" selected>' in html


def test_empty_register_says_what_comes_here(client):
    assert "No proposal is published yet" in read(client, "/proposals/")


@pytest.mark.parametrize("count", [10, 2000])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/proposals/", 6),
        ("/proposals/?q=Model&outcome=A", 6),
        ("/proposals/many-3/", 5),
    ],
)
def test_queries_do_not_grow(client, ed, django_assert_num_queries, address, queries, count):
    many_published(count, ed)

    with django_assert_num_queries(queries):
        client.get(address)


def test_proposal_shows_its_whole_history_newest_first(client, ed, vans):
    first = held(on=None, slug="2019", precision="unknown")
    advised(heard(first, PaperFactory(proposal=vans, stage="in_principle")), "E")
    published(first, ed)

    html = read(client, "/proposals/vans/")

    assert html.index("White vans, a follow-up") < html.index("In principle")
    assert "Latest advice, 2 March 2026, on “White vans, a follow-up”." in html
    assert "Show the map to youth services." in html
    assert 'Recommendation <a class="de-quiet" href="/recommendations/R-1/">R-1</a>' in html
    assert "Predictive" in html
    assert 'href="/meetings/2026-03-02/#' in html


def test_proposal_shows_how_what_was_asked_stands_today(client, vans):
    Recommendation.objects.update(state="answered")
    Answer.objects.create(
        recommendation=Recommendation.objects.get(),
        extent="done",
        text="CANARY of the Lab",
        written_at=NINE,
        written_by=PersonFactory(),
    )

    html = read(client, "/proposals/vans/")

    assert '<span class="de-tag de-tag--wait">Answered</span>' in html
    assert "CANARY" not in html


def test_a_question_without_a_number_has_no_state(client, ed):
    meeting = held()
    decision = advised(heard(meeting), asked=[("question", "How often?")])
    Recommendation.objects.all().delete()
    published(meeting, ed)
    proposal = decision.papers.get().proposal

    html = read(client, proposal.get_absolute_url())

    assert "How often?" in html
    assert "de-tag--info" not in html


def test_a_former_address_leads_on(client, vans):
    FormerSlug.objects.create(slug="white-vans", proposal=vans)

    response = client.get("/proposals/white-vans/")

    assert (response.status_code, response.headers["Location"]) == (301, "/proposals/vans/")


def test_a_former_address_of_what_is_not_public_is_unknown(client, vans):
    FormerSlug.objects.create(slug="white-vans", proposal=vans)
    Proposal.objects.update(is_public=False)

    assert client.get("/proposals/white-vans/").status_code == 404
    assert client.get("/proposals/vans/").status_code == 404


def test_a_public_proposal_without_a_row_has_an_empty_history(client):
    ProposalFactory(slug="bare", is_public=True)

    assert "No outcome is published yet" in read(client, "/proposals/bare/")
    assert "/proposals/bare/" in read(client, "/proposals/")
