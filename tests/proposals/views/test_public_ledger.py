"""The open ledger: what published minutes asked, answered and ruled."""

import datetime as dt

import pytest

from meetings.minutes import html_of
from proposals.actions import approve_advice
from proposals.models import PublishedRecommendation, PublishedRuling, Recommendation
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import answered, rule
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
ASKED = [("recommendation", "Show the error rates."), ("condition", "Sign the assessment.")]


@pytest.fixture
def proposal():
    return ProposalFactory(slug="vans", title="Vehicle theft")


@pytest.fixture
def first(proposal, ed):
    meeting = held(dt.date(2026, 3, 2))
    advised(heard(meeting, PaperFactory(proposal=proposal)), "E", ASKED)
    for asked in Recommendation.objects.all():
        asked.papers.set(proposal.papers.all())
    published(meeting, ed)
    return meeting


@pytest.fixture
def second(first, proposal, ed, ben, amina):
    """A later meeting that closed the one and replaced the other."""
    meeting = held(dt.date(2026, 6, 1))
    rates, signed = Recommendation.objects.order_by("-kind")
    answered(rates, amina, "They stand in section 4.", extent="partly")
    paper = PaperFactory(proposal=proposal)
    later = [("condition", "Sign it by June.")]
    advice = advised(heard(meeting, paper), "C", later, given_on=meeting.on).advice
    Recommendation.objects.filter(line__advice=advice).delete()  # numbered when it is approved
    rule(advice, rates, "closes", by=ed, reason="It is shown.", differing_views="Some doubt it.")
    rule(advice, signed, "replaces", by=ed, replaced_by=advice.lines.get())
    approve_advice(advice, by=ben, at=NINE)
    published(meeting, ed)
    return meeting


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_asked_stands_open(client, first):
    html = read(client, "/recommendations/")

    assert "2 found, newest first" in html
    assert "Show the error rates." in html
    assert '<a class="de-quiet" href="/proposals/vans/">Vehicle theft</a>' in html
    assert "No answer is published yet." in html


def test_an_answer_is_public_with_the_minutes_that_judge_it(client, second, amina):
    html = read(client, "/recommendations/R-1/")

    assert "Closed" in html
    assert "They stand in section 4." in html
    assert "It is shown." in html
    assert "Some doubt it." in html
    assert f'href="/meetings/{second.slug}/#' in html
    assert amina.name not in html


def test_what_took_its_place_is_named(client, second):
    html = read(client, "/recommendations/C-1/")

    assert "Replaced" in html
    newer = Recommendation.objects.get(line__text="Sign it by June.")
    assert f'<a href="/recommendations/{newer}/">{newer}</a>' in html


def test_minutes_and_proposal_say_it_too(client, second):
    snapshot = second.minutes.get().snapshot
    assert "R-1 is closed.</b> It is shown." in html_of(snapshot)
    assert "Replaced" in read(client, "/proposals/vans/")


def test_publishing_again_writes_the_rows_anew(second, ed):
    before = PublishedRecommendation.objects.count(), PublishedRuling.objects.count()

    published(second, ed, number=2, change_note="A word.")

    after = PublishedRecommendation.objects.count(), PublishedRuling.objects.count()
    assert before == after == (3, 2)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 1), ("state=all", 3), ("state=closed", 1), ("state=overdue", 0), ("kind=C", 1),
        ("kind=R", 0), ("put_to=body", 1), ("put_to=force", 0), ("proposal=vans", 1),
        ("q=r-1&state=all", 1), ("q=rates&state=all", 1), ("q=vehicle", 1), ("q=nothing", 0),
    ],
)  # fmt: skip
def test_filters(client, second, query, count):
    assert f"{count} found" in read(client, f"/recommendations/?{query}")


def test_what_is_late_says_so(client, first):
    Recommendation.objects.filter(kind="R").update(due_on=dt.date(2020, 1, 1))

    assert "Overdue" in read(client, "/recommendations/R-1/")
    assert "1 found" in read(client, "/recommendations/?state=overdue")


@pytest.mark.parametrize("label", ["R-99", "Z-1", "R-x", "word"])
def test_unknown_numbers(client, first, label):
    assert client.get(f"/recommendations/{label}/").status_code == 404


def test_queries_do_not_grow_with_rows(client, second, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get("/recommendations/")
    with django_assert_max_num_queries(10):
        client.get("/recommendations/?state=all")
