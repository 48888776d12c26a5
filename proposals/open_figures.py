"""Figures for everybody: what published minutes add up to, and how their points stand today.

Every number counts rows that publishing wrote; of working rows only the state of a published
point is read, as far as minutes told it (proposals/known.py). A figure takes the same few
queries however many rows there are.
"""

from collections import Counter, defaultdict

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from proposals.bars import Figure, Row
from proposals.figures import NO_STAGE, outcome_figure
from proposals.known import PUBLIC, known_to
from proposals.models import PublishedOutcome, PublishedRecommendation, Recommendation, Result
from proposals.states import RecommendationState

NO_DAY, NO_PROPOSAL = "No day said", "No public proposal"
STANDS = ["Overdue", "Open, not overdue", "Answered, to be ruled on", "Closed or replaced"]
TONES = ["stop", "open", "wait", "none"]


def open_figures() -> list[Figure]:
    """All of them, in the order of the page."""
    outcomes, points = _outcomes(), _points()
    return [make(outcomes, points) for make in FIGURES.values()]


def open_figure(key: str) -> Figure:
    return FIGURES[key](_outcomes(), _points())


# --- what came of papers


def _outcomes() -> list[tuple]:
    found = PublishedOutcome.objects.order_by("pk")
    return list(found.values_list("held_on", "stage", "result", "letter"))


def by_year(outcomes, _points) -> Figure:
    """How many papers had which outcome, by year."""
    labels = [str(on.year) if on else NO_DAY for on, *_ in outcomes]
    counted = _counted(labels, outcomes)
    return outcome_figure("by-year", "Outcomes, by year", "Year", counted, newest_first=True)


def by_stage(outcomes, _points) -> Figure:
    """The same by the stage at which the paper was put."""
    labels = [stage or NO_STAGE for _, stage, *_ in outcomes]
    counted = _counted(labels, outcomes)
    return outcome_figure("by-stage", "Outcomes, by stage", "Stage", counted, newest_first=False)


def _counted(labels, outcomes) -> dict[str, Counter]:
    counted: dict[str, Counter] = defaultdict(Counter)
    for label, (_, _, result, letter) in zip(labels, outcomes, strict=True):
        counted[label][letter or Result(result).label] += 1
    return counted


# --- what came of what was asked


def _points() -> list[tuple]:
    """Each published point: the day it was asked, how it stands, the proposals it is about."""
    same = Recommendation.objects.filter(kind=OuterRef("kind"), number=OuterRef("number"))
    found = PublishedRecommendation.objects.annotate(
        known=Subquery(known_to(same, PUBLIC).values("known")[:1]),
        due_on=Subquery(same.values("due_on")[:1]),
    )
    about = defaultdict(set)
    link = PublishedRecommendation.papers.through.objects.filter(
        paper__proposal__is_public=True
    ).values_list("publishedrecommendation", "paper__proposal__title", "paper__proposal__slug")
    for pk, title, slug in link:
        about[pk].add((title, slug))
    rows = found.order_by("pk").values_list("pk", "held_on", "known", "due_on")
    return [(on, _stands(known, due_on), about[pk]) for pk, on, known, due_on in rows]


def _stands(known: str | None, due_on) -> str:
    if known == RecommendationState.OPEN:
        late = due_on is not None and due_on < timezone.localdate()
        return STANDS[0] if late else STANDS[1]
    return STANDS[2] if known == RecommendationState.ANSWERED else STANDS[3]


def points_by_year(_outcomes, points) -> Figure:
    """How the points that were asked in each year stand today."""
    counted: dict[tuple, Counter] = defaultdict(Counter)
    for on, stands, _ in points:
        counted[str(on.year) if on else NO_DAY, ""][stands] += 1
    rows = sorted(_rows(counted), key=lambda row: row.label, reverse=True)
    return _figure("points-by-year", "What was asked, by year", "Asked in", rows)


def points_by_proposal(_outcomes, points) -> Figure:
    """How the points asked about each proposal stand today."""
    counted: dict[tuple, Counter] = defaultdict(Counter)
    for _, stands, proposals in points:
        for title, slug in proposals or {(NO_PROPOSAL, "")}:
            counted[title, slug][stands] += 1
    rows = sorted(_rows(counted), key=lambda row: (-row.values[0], -row.values[1], row.label))
    return _figure("points-by-proposal", "What was asked, by proposal", "Proposal", rows)


def _rows(counted) -> list[Row]:
    made = []
    for (label, slug), one in counted.items():
        numbers = [one[stands] for stands in STANDS]
        made.append(Row(label, [*numbers, sum(numbers)], numbers, slug))
    return made


def _figure(key, title, column, rows) -> Figure:
    note = "Recommendations, conditions, questions and undertakings, as they stand today."
    return Figure(key, title, note, [column, *STANDS, "Together"], rows, TONES)


FIGURES = {
    "by-year": by_year,
    "by-stage": by_stage,
    "points-by-year": points_by_year,
    "points-by-proposal": points_by_proposal,
}
