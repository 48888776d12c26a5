"""What the record adds up to: each figure is a table, and bars beside it that say the same.

Every number counts rows that the reader may see: what is closed to somebody is in no count of
theirs. A figure takes the same few queries however many rows there are.
"""

from collections import Counter
from statistics import median

from django.db.models import Count, F, Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from proposals.bars import Figure, Row
from proposals.known import known_to
from proposals.models import Answer, Decision, Paper, Recommendation, Result, Stage
from proposals.states import RecommendationState

OPEN, ANSWERED = RecommendationState.OPEN, RecommendationState.ANSWERED
NO_BODY, NO_STAGE = "No body said", "No stage said"
STILL = ["Overdue", "Open, not overdue", "Answered, to be ruled on"]
STILL_TONES = ["stop", "open", "wait"]


def figures_for(person) -> list[Figure]:
    """All figures, in the order of the page."""
    return [make(person) for make in FIGURES.values()]


# --- what is still open


def _standing(person):
    """Points that stand, each with the papers of the reader that it is about."""
    seen = Recommendation.objects.filter(pk__in=Recommendation.objects.visible_to(person))
    stands = known_to(seen, person).filter(known__in=[OPEN, ANSWERED])
    return stands.filter(papers__in=Paper.objects.visible_to(person))


def _counts() -> dict:
    today = timezone.localdate()
    is_open = Q(known=OPEN)
    past = Q(due_on__lt=today)
    return {
        "overdue": Count("pk", filter=is_open & past, distinct=True),
        "open": Count(
            "pk", filter=is_open & (Q(due_on=None) | Q(due_on__gte=today)), distinct=True
        ),
        "answered": Count("pk", filter=Q(known=ANSWERED), distinct=True),
    }


def _still(rows, label, slug=None) -> list[Row]:
    made = []
    for row in rows:
        numbers = [row["overdue"], row["open"], row["answered"]]
        made.append(
            Row(row[label] or NO_BODY, [*numbers, sum(numbers)], numbers, row.get(slug) or "")
        )
    return sorted(made, key=lambda row: (-row.values[0], -row.values[-1], row.label))


def by_proposal(person) -> Figure:
    """Open and overdue points of each proposal."""
    name, slug = "papers__proposal__title", "papers__proposal__slug"
    rows = _standing(person).order_by().values(name, slug).annotate(**_counts())
    return Figure(
        "by-proposal",
        "Open and overdue, by proposal",
        "Recommendations, conditions, questions and undertakings that are not closed yet.",
        ["Proposal", *STILL, "Together"],
        _still(rows, name, slug),
        STILL_TONES,
    )


def by_body(person) -> Figure:
    """The same for each submitting body."""
    name = "papers__proposal__submitting_body__name"
    rows = _standing(person).order_by().values(name).annotate(**_counts())
    return Figure(
        "by-body",
        "Open and overdue, by submitting body",
        "A point about papers of two bodies counts for both.",
        ["Submitting body", *STILL, "Together"],
        _still(rows, name),
        STILL_TONES,
    )


# --- how long it takes


def _decisions(person):
    return Decision.objects.filter(
        pk__in=Decision.objects.visible_to(person), papers__in=Paper.objects.visible_to(person)
    )


def to_advice(person) -> Figure:
    """Days from the submission of a paper to the first advice on it, by the year of the advice.

    One that came back and was submitted again has been under way since the first time.
    """
    advised = _decisions(person).filter(result=Result.OUTCOME)
    told = advised.annotate(on=Coalesce("advice__given_on", "made_on"))
    told = told.filter(on__isnull=False, papers__submitted_at__isnull=False).order_by()
    began = Coalesce(Min("papers__versions__submitted_at"), F("papers__submitted_at"))
    pairs = told.values("papers", "papers__submitted_at").annotate(first=Min("on"), began=began)
    days = [(one["first"], one["began"]) for one in pairs]
    return Figure(
        "to-advice",
        "From submission to advice",
        "Median of days between the first submission of a paper and the first advice on it.",
        ["Year of the advice", "Papers", "Median, days"],
        _medians(days),
        ["open"],
    )


def to_answer(person) -> Figure:
    """Days from advice to the first answer to each point of it, by the year of the answer."""
    seen = Recommendation.objects.visible_to(person)
    given = Answer.objects.visible_to(person).given().filter(recommendation__in=seen)
    given = given.filter(recommendation__line__advice__given_on__isnull=False).order_by()
    asked_on = F("recommendation__line__advice__given_on")
    pairs = given.values("recommendation", asked_on=asked_on).annotate(first=Min("given_at"))
    days = [(timezone.localdate(one["first"]), one["asked_on"]) for one in pairs]
    return Figure(
        "to-answer",
        "From advice to answer",
        "Median of days between advice and the first answer to each of its points.",
        ["Year of the answer", "Points answered", "Median, days"],
        _medians(days),
        ["open"],
    )


def _medians(pairs) -> list[Row]:
    """A row for each year: how many (later, earlier) there are, and the median between them."""
    years: dict[int, list[int]] = {}
    for later, earlier in pairs:
        day = timezone.localdate(earlier) if hasattr(earlier, "hour") else earlier
        years.setdefault(later.year, []).append((later - day).days)
    return [
        Row(str(year), [len(days), round(median(days))], [max(median(days), 0)])
        for year, days in sorted(years.items(), reverse=True)
    ]


# --- what came of it


def by_year(person) -> Figure:
    """How many papers had which outcome, by year."""
    return _outcomes(
        person,
        "by-year",
        "Outcomes, by year",
        "Year",
        lambda on, stage: str(on.year) if on else "No day said",
        newest_first=True,
    )


def by_stage(person) -> Figure:
    """The same by the stage at which the paper was put."""
    stages = dict(Stage.choices)
    return _outcomes(
        person,
        "by-stage",
        "Outcomes, by stage",
        "Stage",
        lambda on, stage: stages.get(stage, NO_STAGE),
        newest_first=False,
    )


def _outcomes(person, key, title, column, label_of, *, newest_first) -> Figure:
    told = _decisions(person).annotate(on=Coalesce("advice__given_on", "made_on")).order_by()
    found = told.values_list("on", "papers__stage", "result", "outcome__letter", "papers", "pk")
    counted: dict[str, Counter] = {}
    for on, stage, result, letter, _paper, _pk in found.distinct():
        what = letter if result == Result.OUTCOME else Result(result).label
        counted.setdefault(label_of(on, stage), Counter())[what] += 1
    return outcome_figure(key, title, column, counted, newest_first=newest_first)


def outcome_figure(key, title, column, counted: dict[str, Counter], *, newest_first) -> Figure:
    """How often each outcome was ``counted`` under each label."""
    letters = sorted({what for one in counted.values() for what in one}, key=_place)
    rows = [
        Row(label, [*(one[what] for what in letters), one.total()], [one[what] for what in letters])
        for label, one in sorted(counted.items(), reverse=newest_first)
    ]
    tones = [what.lower() if len(what) == 1 else "none" for what in letters]
    note = "A paper that was heard more than once counts each time."
    return Figure(key, title, note, [column, *map(_named, letters), "Together"], rows, tones)


def _place(what: str) -> tuple[bool, str]:
    return len(what) > 1, what


def _named(what: str) -> str:
    return f"Outcome {what}" if len(what) == 1 else what


FIGURES = {
    "by-proposal": by_proposal,
    "by-body": by_body,
    "to-advice": to_advice,
    "to-answer": to_answer,
    "by-year": by_year,
    "by-stage": by_stage,
}
