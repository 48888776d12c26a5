"""Figures: right numbers, each for those who may see what is counted, in a few queries."""

import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Organisation
from proposals.figures import FIGURES, figures_for
from proposals.models import Advice, Answer, Decision, Recommendation
from tests.factories import AppointmentFactory, PaperFactory, appoint
from tests.interests import recuse
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 3, 2)
ASKED = [("recommendation", "One"), ("condition", "Two"), ("recommendation", "Three")]


def told(figure, person):
    return FIGURES[figure](person).as_rows[1:]


@pytest.fixture
def lab():
    return Organisation.objects.get(short_name="Lab")


@pytest.fixture
def ndas():
    return Organisation.objects.get(short_name="NDAS")


def advice_on(body, ed, *, on=ON, letter="B", title="A model", is_published=True, **paper):
    """Published advice on a paper of ``body``, with three points."""
    meeting = held(on, slug=f"{on}-{title.replace(' ', '-')}")
    paper = PaperFactory(
        proposal__submitting_body=body, proposal__title=title, **{
            "submitted_at": dt.datetime(2026, 2, 20, 23, 30, tzinfo=dt.UTC), **paper
        }
    )  # fmt: skip
    item = heard(meeting, paper)
    decision = advised(item, letter, ASKED)
    Advice.objects.filter(pk=decision.advice_id).update(
        given_on=on, state="approved", approved_by=ed, approved_at=timezone.now()
    )
    for one in Recommendation.objects.filter(line__advice=decision.advice):
        one.papers.set([paper])
    if is_published:
        published(meeting, ed)
    return item


@pytest.fixture
def both(lab, ndas, ed):
    """One piece of advice for each of two bodies, with a point overdue and one answered."""
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    first = advice_on(lab, ed, title="Lab model")
    advice_on(ndas, ed, title="Other model", letter="A")
    one, two, three = Recommendation.objects.filter(papers__agenda_items=first).order_by("pk")
    Recommendation.objects.filter(pk=one.pk).update(due_on=yesterday)
    Recommendation.objects.filter(pk=two.pk).update(state="answered", due_on=yesterday)
    Recommendation.objects.filter(pk=three.pk).update(due_on=timezone.localdate())
    at = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
    for day, given in ((0, at), (9, at + dt.timedelta(days=9)), (0, None)):
        Answer.objects.create(
            recommendation=two, extent="done", text="Done", written_at=at, written_by=ed,
            given_at=given, paper=PaperFactory() if day else None,
        )  # fmt: skip
    return first


def test_open_and_overdue_by_proposal_and_by_body(both, ed):
    assert told("by-proposal", ed) == [["Lab model", 1, 1, 1, 3], ["Other model", 0, 3, 0, 3]]
    names = {row[0]: row[1:] for row in told("by-body", ed)}
    assert sorted(names.values()) == [[0, 3, 0, 3], [1, 1, 1, 3]]


def test_closed_and_replaced_points_are_not_open(both, ed):
    Recommendation.objects.update(state="closed")

    assert told("by-proposal", ed) == []


def test_days_from_submission_to_advice_are_counted_here(both, ed):
    """23:30 of 20 February in UTC is the same day here; to 2 March are ten days."""
    assert told("to-advice", ed) == [["2026", 2, 10]]


def test_days_count_from_the_first_time_a_paper_was_submitted(both, ed):
    paper = both.papers.get()
    for number, day in enumerate((dt.date(2026, 2, 10), dt.date(2026, 2, 25)), start=1):
        at = dt.datetime.combine(day, dt.time(12), dt.UTC)
        paper.versions.create(number=number, snapshot={}, submitted_at=at, submitted_by=ed)

    assert told("to-advice", ed) == [["2026", 2, 15]]


def test_first_advice_on_a_paper_counts(both, ed):
    paper = both.papers.get()
    later = advised(heard(held(dt.date(2026, 9, 1)), paper), "A")
    Advice.objects.filter(pk=later.advice_id).update(given_on=dt.date(2026, 9, 1))

    assert told("to-advice", ed) == [["2026", 2, 10]]


def test_days_from_advice_to_the_first_answer(both, ed):
    assert told("to-answer", ed) == [["2026", 1, 30]]


def test_outcomes_by_year_and_stage(both, ed, lab):
    advice_on(lab, ed, on=dt.date(2025, 5, 1), letter="B", title="Old", stage="update")

    assert told("by-year", ed) == [["2026", 1, 1, 2], ["2025", 0, 1, 1]]
    assert FIGURES["by-year"](ed).head == ["Year", "Outcome A", "Outcome B", "Together"]
    assert told("by-stage", ed) == [["In principle", 1, 1, 2], ["Update", 0, 1, 1]]


def test_result_without_a_letter_has_a_column_of_its_own(both, ed):
    Decision.objects.filter(outcome__letter="A").update(result="not_asked", outcome=None)

    assert FIGURES["by-year"](ed).head[-2] == "Committee not asked to advise"


def test_body_sees_its_own(both, ndas):
    other = AppointmentFactory(role="presenter", organisation=ndas).person

    assert [row[0] for row in told("by-proposal", other)] == ["Other model"]
    assert [row[1:] for row in told("by-body", other)] == [[0, 3, 0, 3]]
    assert told("by-year", other) == [["2026", 1, 1]]
    assert told("to-advice", other) == [["2026", 1, 10]]
    assert told("to-answer", other) == []


def test_points_about_papers_of_two_bodies_tell_a_body_of_its_own_alone(both, ndas):
    asked = Recommendation.objects.filter(papers__agenda_items=both).first()
    theirs = PaperFactory(proposal__submitting_body=ndas, proposal__title="Joint")
    asked.papers.add(theirs)
    other = AppointmentFactory(role="presenter", organisation=ndas).person

    assert "Lab model" not in str([told(key, other) for key in FIGURES])


def test_recused_member_counts_nothing_that_is_closed_to_them(both, ed, chloe, dev, lab):
    secret = advice_on(lab, ed, title="Secret model", letter="D", is_published=False)
    colleague = {key: told(key, chloe) for key in FIGURES}
    assert "Secret model" in str(colleague)
    recuse(dev, secret)

    theirs = {key: told(key, dev) for key in FIGURES}

    assert "Secret model" not in str(theirs)
    assert theirs["by-year"] == [["2026", 1, 1, 2]]
    assert theirs["to-advice"] == [["2026", 2, 10]]
    assert all(theirs[key] != colleague[key] for key in set(FIGURES) - {"to-answer"})


def test_bars_are_as_long_as_their_numbers(both, ed):
    figure = FIGURES["by-proposal"](ed)

    widths = [[(bar.tone, bar.start, bar.width) for bar in row.bars] for row in figure.rows]
    third = round(100 / 3, 2)
    assert widths[0] == [
        ("stop", 0.0, third), ("open", third, third), ("wait", round(200 / 3, 2), third),
    ]  # fmt: skip
    assert widths[1] == [("open", 0.0, 100.0)]


def test_nothing_on_record_is_no_fault(ed):
    assert [figure.rows for figure in figures_for(ed)] == [[]] * len(FIGURES)


def test_page_takes_as_many_queries_however_many_rows(
    client, both, ed, lab, django_assert_max_num_queries
):
    client.force_login(ed)
    client.get("/figures/")
    with django_assert_max_num_queries(30) as few:
        assert "Lab model" in client.get("/figures/").content.decode()
    for number in range(4):
        on = dt.date(2020 + number, 1, 1)
        advice_on(lab, ed, on=on, title=f"Model {number}", stage="update")
    with django_assert_max_num_queries(len(few)):
        client.get("/figures/")


def test_file_has_the_rows_of_the_table_and_no_formula(client, both, ed):
    proposal = both.papers.get().proposal
    type(proposal).objects.filter(pk=proposal.pk).update(title="=Lab model")
    client.force_login(ed)

    text = client.get("/figures/by-proposal.csv").content.decode("utf-8-sig")

    assert text.splitlines()[1] == '"\'=Lab model",1,1,1,3'
    assert client.get("/figures/unknown.csv").status_code == 404


@pytest.mark.parametrize("role", ["office"])
def test_others_have_no_figures(client, role):
    client.force_login(appoint(role))

    assert client.get("/figures/").status_code == 404
