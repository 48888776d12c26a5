"""Rulings reach nobody outside the committee before a letter or published minutes tell them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from proposals.actions import approve_letter, draft_letter, send_letter
from proposals.desk import desk_of
from proposals.ledger import unanswered
from proposals.models import Advice, AdviceLetter, Recommendation
from tests.factories import PaperFactory, ProposalFactory
from tests.ledger import answered, rule
from tests.letters import reachable
from tests.paperwork import a_document
from tests.publishing import advised, heard, held, published
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(amina):
    return ProposalFactory(slug="model", title="Model", submitting_body=lab_of(amina))


@pytest.fixture
def asked(proposal, amina, ed):
    """A point of published minutes, answered by its body."""
    item = heard(held(), PaperFactory(proposal=proposal, state="considered"))
    advised(item, "C", [("recommendation", "Publish it.")])
    asked = Recommendation.objects.get()
    asked.papers.set(item.papers.all())
    now = timezone.now()
    Advice.objects.update(state="approved", approved_at=now, approved_by=ed)
    AdviceLetter.objects.create(
        advice=asked.line.advice, state="sent", approved_at=now, approved_by=ed, sent_at=now,
        sent_by=ed, document=a_document("ready"),
    )  # fmt: skip
    published(item.meeting, ed)
    answered(asked, amina, "It is on the web.", given_at=timezone.now())
    type(asked).objects.update(state="answered")
    return asked


def ruled(asked, ed, ben, verdict="replaces"):
    """The chair signs the letter of advice that rules on the point; nobody has sent it."""
    proposal = asked.papers.get().proposal
    item = heard(held(timezone.localdate()), PaperFactory(proposal=proposal, state="considered"))
    advice = advised(item, "E").advice
    newer = advice.lines.create(kind="recommendation", text="NEWER-CANARY", position=0)
    facts = {"reason": "REASON-CANARY", "differing_views": "VIEWS-CANARY"}
    facts |= {"replaced_by": newer} if verdict == "replaces" else {}
    rule(advice, asked, verdict, by=ed, **facts)
    letter = draft_letter(advice, by=ed)
    approve_letter(letter, by=ben)
    asked.refresh_from_db()
    return letter


def pages(asked):
    yield asked.get_absolute_url()
    for state in ("all", "closed", "replaced", "answered", "open", ""):
        yield f"{reverse('proposals:ledger')}?state={state}"
        yield f"/recommendations/?state={state}"
    yield from (f"/recommendations/{asked}/", "/proposals/model/", "/work/")
    yield from (reverse("proposals:mine"), reverse("proposals:figures"))
    yield reverse("proposals:workspace", args=["model"])
    for paper in asked.papers.get().proposal.papers.all():
        yield paper.get_absolute_url()


def read(client, address) -> str:
    """What a page says in its main part, without what the filters offer."""
    html = client.get(address).content.decode().partition("<main")[2]
    return html.partition("</form>")[2] if "<select" in html else html


@pytest.mark.parametrize("verdict", ["replaces", "closes", "keeps"])
@pytest.mark.parametrize("reader", ["amina", "gus", "public"])
def test_until_it_is_told_a_point_stands_as_before(
    client, asked, ed, ben, reader, verdict, request
):
    if reader != "public":
        client.force_login(request.getfixturevalue(reader))
    before = {address: read(client, address) for address in pages(asked)}
    ruled(asked, ed, ben, verdict)

    for address, html in before.items():
        after = read(client, address)
        assert "CANARY" not in after, address
        for word in ("Replaced", "Closed", "R-2", "Overdue"):
            assert after.count(word) == html.count(word), (address, word)
    shown = f"/recommendations/{asked}/" if reader == "public" else asked.get_absolute_url()
    assert "Answered" in read(client, shown)


def test_the_committee_sees_it_at_once(client, asked, ed, ben, chloe):
    ruled(asked, ed, ben)
    client.force_login(chloe)

    html = read(client, asked.get_absolute_url())

    for said in ("Replaced", "R-2", "REASON-CANARY", "VIEWS-CANARY"):
        assert said in html


def test_the_letter_tells_body_and_offices_and_the_minutes_the_public(
    client, asked, ed, ben, amina, gus
):
    letter = ruled(asked, ed, ben)
    reachable()
    send_letter(letter, by=ed)

    public = read(client, f"/recommendations/{asked}/")
    assert "CANARY" not in public
    assert "Answered" in public
    client.force_login(amina)
    html = read(client, asked.get_absolute_url())
    for said in ("Replaced", "R-2", "REASON-CANARY", "VIEWS-CANARY"):
        assert said in html

    published(letter.advice.given.meeting, ed)

    client.logout()
    public = read(client, f"/recommendations/{asked}/")
    assert "Replaced" in public
    assert "REASON-CANARY" in public


def test_published_minutes_tell_the_body_without_a_letter(client, asked, ed, ben, amina):
    letter = ruled(asked, ed, ben, "closes")
    published(letter.advice.given.meeting, ed)
    client.force_login(amina)

    html = read(client, asked.get_absolute_url())

    assert "Closed" in html
    assert "REASON-CANARY" in html


def test_who_tries_to_answer_meanwhile_learns_that_they_will_be_told(client, asked, ed, ben, amina):
    ruled(asked, ed, ben, "closes")
    client.force_login(amina)

    page = client.get(reverse("proposals:answer_recommendation", args=[asked.label]))

    assert page.status_code == 403
    assert "deals with this recommendation, and will tell you" in page.content.decode()


def test_what_is_kept_open_is_asked_again_once_that_is_told(asked, proposal, ed, ben, amina):
    letter = ruled(asked, ed, ben, "keeps")
    draft = begun(amina, proposal=proposal)
    assert asked.state == "open"
    assert list(unanswered(draft)) == []
    assert desk_of(amina).to_answer == 0

    reachable()
    send_letter(letter, by=ed)

    assert asked in unanswered(draft)


def test_a_return_is_on_no_desk_before_it_is_told(proposal, asked, ed, ben, amina):
    letter = ruled(asked, ed, ben)
    (row,) = desk_of(amina).proposals
    assert (row.text, row.is_ours, row.words) == ("Nothing", False, "")

    reachable()
    send_letter(letter, by=ed)

    (row,) = desk_of(amina).proposals
    assert row.is_ours
    assert row.words == "with the information that was asked for"


def test_an_earlier_published_result_of_the_paper_tells_nothing_of_later_advice(proposal, ed, ben):
    """A paper that was deferred, and published so, and is then advised on."""
    paper = PaperFactory(proposal=proposal)
    first = held()
    heard(first, paper, state="deferred")
    published(first, ed)
    assert paper.published_outcomes.get().result == "deferred"

    later = heard(held(timezone.localdate()), paper)
    advice = advised(later, "C").advice
    advice.lines.create(kind="recommendation", text="NEWER-CANARY", position=0)
    approve_letter(draft_letter(advice, by=ed), by=ben)
    numbered = Recommendation.objects.last()

    assert numbered not in Recommendation.objects.told()
