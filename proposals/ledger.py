"""The ledger as questions: what stands, what a paper has to answer, what it answers."""

import datetime as dt

from django.db.models import Max, Q

from committee.audit import record
from committee.lifecycle import move, why_not_moved
from committee.models import Event
from proposals.known import awaiting
from proposals.models import (
    Addressee,
    Advice,
    Answer,
    ExpectedReturn,
    Paper,
    PaperFile,
    Proposal,
    Recommendation,
)
from proposals.states import FileState, PaperState, RecommendationState


def standing(proposal: Proposal):
    """What was asked about any paper of ``proposal`` and is neither closed nor replaced."""
    return _asked_of(proposal).standing()


def withheld_among(points) -> set[int]:
    """The keys of those of ``points`` whose words are withheld."""
    keys = [one.pk for one in points]
    found = Recommendation.objects.filter(pk__in=keys).withheld() if keys else keys
    return {one.pk for one in found}


def unanswered(paper: Paper):
    """What ``paper`` has to answer and does not yet: each open point put to its body before.

    A point answered by an earlier paper, or on its own, waits for the committee's ruling and
    is not asked for again; one that the committee kept open is.
    """
    told, body = standing(paper.proposal).told(), paper.proposal.submitting_body_id
    own = Recommendation.objects.filter(papers=paper)  # asked of this very paper
    asked = told.filter(state=RecommendationState.OPEN, addressee=Addressee.BODY)
    rows = awaiting(told, [body]) if body else asked
    return rows.exclude(answers__paper=paper).exclude(pk__in=own.order_by().values("pk"))


def unruled(advice: Advice):
    """Points that a paper of ``advice`` answers and of which the advice says nothing yet."""
    papers = Paper.objects.filter(decisions__advice=advice)
    given = Answer.objects.given().filter(paper__in=papers)
    rows = Recommendation.objects.filter(
        pk__in=given.order_by().values("recommendation"), state=RecommendationState.ANSWERED
    )
    ruled = advice.rulings.order_by().values("recommendation")
    return rows.exclude(pk__in=ruled).order_by("kind", "number")


def to_answer(paper: Paper) -> list[tuple[Recommendation, Answer | None]]:
    """What ``paper`` says of each point: those it answers, and those it still has to."""
    given = {answer.recommendation_id: answer for answer in answers_of(paper)}
    missing = set(unanswered(paper).values_list("pk", flat=True))
    rows = Recommendation.objects.filter(pk__in=missing | set(given))
    rows = rows.select_related("line__advice").order_by("kind", "number")
    return [(row, given.get(row.pk)) for row in rows]


def answers_of(paper: Paper):
    """What ``paper`` answers, drafted or given."""
    answers = Answer.objects.filter(paper=paper)
    return answers.select_related("recommendation__line__advice", "file").order_by(
        "recommendation__kind", "recommendation__number"
    )


def citable(paper: Paper | None):
    """Files that an answer may name: of papers the committee has, and of the one that says it."""
    had = Q(paper__accepted_at__isnull=False)
    return PaperFile.objects.filter(had | Q(paper=paper) if paper else had, state=FileState.READY)


def give_answers(paper: Paper, *, by, at: dt.datetime) -> list[Answer]:
    """Give what ``paper`` drafted, and let it be the return that was expected.

    Called inside submit_paper, when the paper is with the secretariat.
    """
    given = []
    for answer in answers_of(paper).filter(given_at=None):
        answer.given_at = at
        answer.save(update_fields=["given_at"])
        take_answer(answer, by=by, at=at)
        given.append(answer)
    ExpectedReturn.objects.open().filter(proposal=paper.proposal).update(met_by=paper)
    return given


def take_back_answers(paper: Paper) -> list[Recommendation]:
    """Undo what submitting ``paper`` did: its answers are drafts, its points open again.

    What was to come back with it is awaited again, unless a later paper came. Called inside
    withdraw_paper.
    """
    body = paper.proposal.submitting_body
    Answer.objects.filter(paper=paper).update(given_at=None)
    points = Recommendation.objects.filter(answers__paper=paper).distinct()
    answered = list(points.filter(state=RecommendationState.ANSWERED))
    reopened = [point for point in answered if not _is_answered_otherwise(point, by=body)]
    for point in reopened:
        move(point, "withdraw_paper")
    later = Paper.objects.filter(proposal=paper.proposal, submitted_at__gt=paper.submitted_at)
    later = later.exclude(state=PaperState.WITHDRAWN).order_by("submitted_at", "pk").first()
    paper.returns_met.update(met_by=later)
    return reopened


def _is_answered_otherwise(point: Recommendation, *, by) -> bool:
    """Whether the body ``by`` answered it since the committee last ruled on it."""
    ruled_at = point.rulings.aggregate(at=Max("in_force_at"))["at"]
    given = point.answers.given().filter(body=by)
    return given.filter(Q(given_at__gt=ruled_at) if ruled_at else Q()).exists()


def take_answer(answer: Answer, *, by, at: dt.datetime) -> Event:
    """The point counts as answered, unless the committee has ruled on it meanwhile.

    One that is put to several bodies does so once each of them has answered.
    """
    asked = answer.recommendation
    bodies = asked.papers.values("proposal__submitting_body")
    is_owed = awaiting(Recommendation.objects.filter(pk=asked.pk), bodies).exists()
    if not is_owed and why_not_moved(asked, "answer_recommendation") is None:
        move(asked, "answer_recommendation")
    facts = {"extent": answer.extent, "text": answer.text, "paper": answer.paper_id}
    return record("proposals.answer_recommendation", asked, by=by, at=at, given=True, **facts)


def _asked_of(proposal: Proposal):
    rows = Recommendation.objects.filter(papers__proposal=proposal)
    return Recommendation.objects.filter(pk__in=rows.order_by().values("pk"))
