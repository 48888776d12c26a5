"""The chain of a proposal: each paper with its meeting, outcome, what was asked, what is next."""

from dataclasses import dataclass, field

from proposals.ledger_rows import Row, rows_for
from proposals.models import (
    AdviceLetter,
    Decision,
    ExpectedReturn,
    Paper,
    Proposal,
    Recommendation,
)
from proposals.responses import OfficeResponse, responses_to


@dataclass
class Step:
    """One paper, and what its reader may know came of it."""

    paper: Paper
    decisions: list[Decision] = field(default_factory=list)
    asked: list[Row] = field(default_factory=list)
    letters: list[AdviceLetter] = field(default_factory=list)
    responses: list[OfficeResponse] = field(default_factory=list)

    @property
    def letter(self) -> str:
        """The letter of its outcome, or ""."""
        options = [decision.outcome.letter for decision in self.decisions if decision.outcome]
        return options[-1] if options else ""


def chain_of(proposal: Proposal, reader) -> list[Step]:
    """Every paper of ``proposal`` that ``reader`` may read, newest first; a few queries in all."""
    papers = Paper.objects.visible_to(reader).filter(proposal=proposal)
    steps = {paper.pk: Step(paper) for paper in papers.select_related("proposal").order_by("-pk")}
    for step in steps.values():
        step.paper.proposal = proposal
    _add_decisions(steps, reader)
    _add_asked(steps, reader)
    return list(steps.values())


def expected_of(proposal: Proposal, reader) -> ExpectedReturn | None:
    """The return that is awaited, as far as ``reader`` may know of it."""
    known = ExpectedReturn.objects.visible_to(reader).values("pk")
    found = ExpectedReturn.objects.open().filter(proposal=proposal, pk__in=known)
    expected = found.select_related("decision__advice").order_by("pk").last()
    if expected:
        expected.proposal = proposal
    return expected


def _add_decisions(steps, reader) -> None:
    seen = Decision.objects.visible_to(reader).filter(papers__in=steps)
    seen = seen.select_related("outcome", "advice").prefetch_related("decision_papers").distinct()
    decisions = list(seen)
    letters = AdviceLetter.objects.visible_to(reader).select_related("advice")
    by_advice = {
        letter.advice_id: letter
        for letter in letters.filter(advice__in=[one.advice_id for one in decisions])
    }
    responses = responses_to(by_advice.values())
    for decision in decisions:
        letter = by_advice.get(decision.advice_id)
        for link in decision.decision_papers.all():
            if step := steps.get(link.paper_id):
                step.decisions.append(decision)
                if letter:
                    step.letters.append(letter)
                    step.responses += responses.get(letter.pk, [])


def _add_asked(steps, reader) -> None:
    seen = Recommendation.objects.visible_to(reader).filter(papers__in=steps)
    keys = seen.order_by().values("pk")
    asked = Recommendation.objects.filter(pk__in=keys).select_related("line__advice", "replaced_by")
    rows = {row.asked.pk: row for row in rows_for(asked.order_by("kind", "number"), reader)}
    link = Recommendation.papers.through
    pairs = link.objects.filter(recommendation__in=rows, paper__in=steps)
    for pair in pairs.order_by("recommendation__kind", "recommendation__number"):
        steps[pair.paper_id].asked.append(rows[pair.recommendation_id])
