"""Open figures: what published minutes add up to, for everybody, as pages and as CSV."""

import csv
import datetime as dt
import io

import pytest
from django.utils import timezone

from committee.models import Organisation
from proposals.models import Recommendation
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import answered, rule
from tests.publishing import advised, heard, held, many_published, published

pytestmark = pytest.mark.django_db
DAYS = [dt.date(2024, 5, 6), dt.date(2026, 3, 2)]
ASKED = [("recommendation", "One"), ("condition", "Two"), ("recommendation", "Three")]


@pytest.fixture
def record(ed):
    """A model in principle with an E, then with a B and three points; another put off."""
    body = Organisation.objects.get(short_name="Lab")
    proposal = ProposalFactory(slug="model", title="=A model", submitting_body=body)
    first = heard(held(DAYS[0]), PaperFactory(proposal=proposal, title="First"))
    advised(first, "E")
    published(first.meeting, ed)
    second = held(DAYS[1])
    paper = PaperFactory(proposal=proposal, title="Second", stage="final_report")
    advised(heard(second, paper), "B", ASKED)
    heard(second, PaperFactory(title="Put off", stage="update"), state="deferred")
    published(second, ed)
    return second


def told(client, figure) -> list[list[str]]:
    answer = client.get(f"/outcomes/{figure}.csv")
    assert answer["Content-Disposition"] == f'attachment; filename="{figure}.csv"'
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_outcomes_by_year_and_stage(client, record):
    assert told(client, "by-year") == [
        ["Year", "Outcome B", "Outcome E", "Deferred", "Together"],
        ["2026", "1", "0", "1", "2"],
        ["2024", "0", "1", "0", "1"],
    ]
    assert told(client, "by-stage")[1:] == [
        ["Final report", "1", "0", "0", "1"],
        ["In principle", "0", "1", "0", "1"],
        ["Update", "0", "0", "1", "1"],
    ]


def test_points_as_they_stand_today(client, record, amina):
    one, two = Recommendation.objects.order_by("kind", "number")[:2]
    late = timezone.localdate() - dt.timedelta(days=1)
    Recommendation.objects.filter(pk=one.pk).update(due_on=late)
    Recommendation.objects.filter(pk=two.pk).update(state="answered")
    answered(two, amina)

    assert told(client, "points-by-year")[1:] == [["2026", "1", "1", "1", "0", "3"]]
    assert told(client, "points-by-proposal")[1:] == [["'=A model", "1", "1", "1", "0", "3"]]


def test_a_ruling_counts_once_minutes_tell_it(client, record, ed):
    asked = Recommendation.objects.order_by("pk").first()
    item = heard(held(dt.date(2026, 5, 4)), PaperFactory(title="Third"))
    advice = advised(item, "A").advice
    rule(advice, asked, "closes", by=ed)
    advice.rulings.update(in_force_at=NINE)
    Recommendation.objects.filter(pk=asked.pk).update(state="closed")
    assert told(client, "points-by-year")[1:] == [["2026", "0", "3", "0", "0", "3"]]

    published(item.meeting, ed)

    assert told(client, "points-by-year")[1:] == [["2026", "0", "2", "0", "1", "3"]]


def test_the_page_shows_each_figure_as_a_table(client, record):
    html = client.get("/outcomes/").content.decode()

    assert html.count("<table") == 4
    assert '<a href="/proposals/model/">=A model</a>' in html
    assert 'href="/outcomes/points-by-year.csv"' in html
    assert (
        '<a class="govuk-service-navigation__link" href="/outcomes/" aria-current="true">' in html
    )


def test_without_a_record_it_says_so(client):
    assert client.get("/outcomes/").content.decode().count("Nothing to count yet") == 4


def test_no_other_figure_is_found(client):
    assert client.get("/outcomes/by-body.csv").status_code == 404


def test_it_takes_the_same_few_queries_however_much_there_is(
    client, record, ed, django_assert_max_num_queries
):
    many_published(60, ed)

    with django_assert_max_num_queries(6):
        client.get("/outcomes/")
