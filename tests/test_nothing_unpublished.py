"""Nothing that is not published is on any open page, in any count, under any address.

CANARY stands in every word of what is not public; beside it stands one public meeting.
"""

import csv
import datetime as dt
import io

import pytest
from django.utils import timezone

from committee.models import Organisation
from committee.storage import store
from meetings.models import MinutesVersion
from proposals.models import AdviceLetter, PaperFile, Recommendation, Response
from proposals.open_figures import FIGURES
from tests.attachments import a_pdf
from tests.factories import NINE, EntryFactory, MeetingFactory, PaperFactory, ProposalFactory
from tests.ledger import answered, rule
from tests.papers import written
from tests.publishing import PUBLISHED_AT, advised, heard, held, published

pytestmark = pytest.mark.django_db
LISTS = [
    "/",
    "/meetings/",
    "/meetings/?year=2024",
    "/meetings/2024-05-06/",
    "/meetings/2026-03-02/",
    "/proposals/",
    "/proposals/?q=canary",
    "/proposals/?q=canary&outcome=D",
    "/proposals/?outcome=D",
    "/proposals/?kind=simulation",
    "/recommendations/",
    "/recommendations/?state=all",
    "/recommendations/?state=all&q=canary",
    "/recommendations/R-1/",
    "/recommendations/C-1/",
    "/outcomes/",
    *(f"/outcomes/{figure}.csv" for figure in FIGURES),
    "/people/",
    "/terms/",
]


def secret(name, **proposal):
    """A proposal of which nothing is public."""
    made = ProposalFactory(
        slug=f"canary-{name}", title=f"CANARY {name}", summary="CANARY", **proposal
    )
    made.aliases.create(name=f"CANARY also {name}")
    return made


@pytest.fixture
def public_proposal(ed):
    """Public: one outcome. Not public: all else that ever was or will be said of it."""
    proposal = ProposalFactory(slug="open", title="Open model")
    meeting = held()
    decision = advised(
        heard(meeting, PaperFactory(proposal=proposal, title="Open paper")),
        "A",
        [("recommendation", "Do it."), ("condition", "CANARY withheld line")],
    )
    decision.advice.lines.filter(kind="condition").update(
        restricted=True, restricted_reason="A person"
    )
    hidden = heard(
        meeting,
        PaperFactory(proposal=secret("restricted"), title="CANARY"),
        title="CANARY",
        restricted=True,
        restricted_reason="An investigation",
    )
    advised(hidden, "D", [("recommendation", "CANARY")], wording="CANARY")
    published(meeting, ed)
    decision.wording = "CANARY edited after publication"
    decision.save()
    asked = Recommendation.objects.get(line__text="Do it.")
    answered(asked, ed, "CANARY answer that no published minutes ruled on")
    later = advised(heard(held(dt.date(2026, 5, 4)), PaperFactory(proposal=proposal)), "A").advice
    rule(later, asked, "keeps", by=ed, reason="CANARY ruling of unpublished minutes")
    asked.papers.add(PaperFactory(proposal=secret("asked"), title="CANARY asked paper"))
    confidential(decision.papers.get(), ed)
    answered_early(later, ed)
    return proposal


def confidential(paper, ed) -> None:
    """What never goes with an outcome, however public it is: all of a paper but its title."""
    written(paper, purpose="CANARY section")
    a_file(paper, "CANARY confidential", ed)
    unheard = PaperFactory(proposal=paper.proposal, title="CANARY unheard", state="accepted")
    a_file(unheard, "CANARY early", ed, is_public=True)
    paper.evidence.create(kind="dpia", status="final", note="CANARY evidence")
    paper.advance_questions.create(
        text="CANARY question", state="answered", asked_by=ed, asked_at=NINE, sent_at=NINE,
        sent_by=ed, answer="CANARY reply", answered_at=NINE, answered_by=ed,
    )  # fmt: skip


def answered_early(advice, ed) -> None:
    """A response to advice of which the public does not know yet."""
    letter = AdviceLetter.objects.create(advice=advice, opening="CANARY letter")
    Response.objects.create(
        letter=letter, office=Organisation.objects.get(short_name="OPCC"), acceptance="partly",
        reasons="CANARY response", responded_on=NINE.date(), entered_at=NINE, entered_by=ed,
    )  # fmt: skip


def a_file(paper, name, ed, **facts):
    content = a_pdf(name)
    if facts:
        facts |= {"public_sha256": store(content), "public_size": len(content)}
    return paper.files.create(
        name=f"{name}.pdf", sha256=store(content), size=len(content), added_by=ed,
        media_type="application/pdf", **facts,
    )  # fmt: skip


@pytest.fixture
def unpublished(public_proposal, ed):
    """A closed meeting with minutes on their way, a planned one, and a paper never heard."""
    body = Organisation.objects.create(name="CANARY body", is_submitting_body=True)
    meeting = held(dt.date(2024, 5, 6), title="CANARY title", chair_name="CANARY chair")
    item = heard(
        meeting,
        PaperFactory(proposal=secret("heard", kind="simulation"), title="CANARY paper"),
        title="CANARY item",
    )
    advised(item, "D", [("recommendation", "CANARY asked")], wording="CANARY wording")
    again = heard(meeting, PaperFactory(proposal=public_proposal, title="CANARY second paper"))
    advised(again, "D", wording="CANARY second outcome")
    public_proposal.aliases.create(name="CANARY new name")
    EntryFactory(item=item, text="CANARY line")
    MinutesVersion.objects.create(
        meeting=meeting,
        number=1,
        state="approved",
        snapshot={"title": "CANARY"},
        html="CANARY",
        issued_at=PUBLISHED_AT,
        issued_by=ed,
        approved_at=PUBLISHED_AT,
        approved_by=ed,
    )
    soon = timezone.localdate() + dt.timedelta(days=9)
    MeetingFactory(on=soon, state="planned", title="CANARY", venue="CANARY venue")
    MeetingFactory(on=soon, slug="cancelled", state="cancelled", venue="CANARY cancelled")
    PaperFactory(proposal=secret("drafted", submitting_body=body), state="draft")
    return meeting


@pytest.mark.parametrize("address", LISTS)
def test_no_open_page_holds_what_is_not_published(client, unpublished, address):
    html = client.get(address).content.decode()

    assert "CANARY" not in html


def test_no_address_of_an_unpublished_proposal_answers(client, unpublished):
    for name in ("restricted", "heard", "drafted"):
        assert client.get(f"/proposals/canary-{name}/").status_code == 404


def test_no_number_of_unpublished_minutes_answers(client, unpublished):
    hidden = Recommendation.objects.filter(line__text__contains="CANARY", line__restricted=False)

    assert hidden.count() == 2
    for asked in hidden:
        assert client.get(f"/recommendations/{asked}/").status_code == 404
    assert "2 found" in client.get("/recommendations/?state=all").content.decode()


@pytest.mark.parametrize(
    "address", ["minutes.pdf", "minutes/v1/", "minutes/v1/minutes.pdf", "minutes/v2/"]
)
def test_no_minutes_on_their_way_are_found_by_guessing(client, unpublished, address):
    assert client.get(f"/meetings/2024-05-06/{address}").status_code == 404


def test_no_file_is_handed_out_to_who_knows_its_hash(client, unpublished):
    hidden = PaperFile.objects.filter(name__startswith="CANARY")

    assert hidden.count() == 2
    for file in hidden:
        for address in (f"files/{file.sha256}/", f"papers/{file.paper_id}/files/{file.pk}/"):
            answer = client.get(f"/proposals/open/{address}")
            assert answer.status_code in {302, 404}, address  # to the sign-in page, as always
            assert b"%PDF" not in answer.getvalue()


def test_counts_tell_of_nothing_unpublished(client, unpublished):
    assert "1 proposal, latest first" in client.get("/proposals/").content.decode()
    assert "0 proposals, latest first" in client.get("/proposals/?outcome=D").content.decode()
    assert "0 proposals, latest first" in client.get("/proposals/?q=canary").content.decode()


def test_open_figures_count_nothing_unpublished(client, unpublished):
    """One outcome A and the two points of the one public meeting, of which one is withheld."""
    told = {}
    for figure in FIGURES:
        text = client.get(f"/outcomes/{figure}.csv").content.decode("utf-8-sig")
        told[figure] = list(csv.reader(io.StringIO(text)))[1:]

    assert told["by-year"] == [["2026", "1", "1"]]
    assert told["by-stage"] == [["In principle", "1", "1"]]
    assert told["points-by-year"] == [["2026", "0", "2", "0", "0", "2"]]
    assert told["points-by-proposal"] == [["Open model", "0", "2", "0", "0", "2"]]


def test_a_public_proposal_keeps_what_is_not_published_of_it(client, unpublished):
    html = client.get("/proposals/open/").content.decode()

    assert "CANARY" not in html
    assert html.count("de-timeline__step") == 1
    assert "/files/" not in html
    assert "Withheld: A person" in html
    assert "Do it." in html


def test_the_open_page_of_an_unpublished_meeting_holds_its_date_alone(client, unpublished):
    html = client.get("/meetings/").content.decode()

    assert "6 May 2024" in html
    assert "Minutes are not published yet" in html


@pytest.mark.parametrize("address", [*LISTS, "/proposals/open/"])
def test_open_pages_set_no_cookie_and_are_the_same_for_everybody(client, unpublished, ed, address):
    before = client.get(address)
    client.force_login(ed)
    after = client.get(address)

    assert before.content == after.content
    assert not before.cookies
    assert not after.cookies
    assert "Cookie" not in after.headers.get("Vary", "")
    assert after.headers["Cache-Control"] == "public, max-age=45, must-revalidate"
