"""The ledger as the public may read it: what published minutes asked, answered and ruled.

Rows are written by publishing; of working rows only the state of a published number is read:
whether it is answered today, and closed or replaced once published minutes say so.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from proposals.history import states_of
from proposals.known import PUBLIC, known_to
from proposals.models import (
    TONES,
    Proposal,
    PublishedRecommendation,
    PublishedRuling,
    Recommendation,
)
from proposals.states import RecommendationState


@dataclass
class OpenRow:
    """One published point, with the proposals it is about and what was ruled on it."""

    said: PublishedRecommendation
    proposals: list[Proposal] = field(default_factory=list)
    rulings: list[PublishedRuling] = field(default_factory=list)  # newest first
    state: str = ""
    tone: str = ""

    @property
    def answered(self) -> PublishedRuling | None:
        """The latest answer that a published ruling was about."""
        if self.said.withheld:
            return None
        return next((ruling for ruling in self.rulings if ruling.answer), None)


def open_rows(said: list[PublishedRecommendation]) -> list[OpenRow]:
    """A row for each of ``said``, in a fixed number of queries."""
    rows = {one.label: OpenRow(one) for one in said}
    _add_proposals(rows)
    kinds = {one.kind for one in said}
    numbers = {one.number for one in said}
    for ruling in PublishedRuling.objects.filter(kind__in=kinds, number__in=numbers):
        if row := rows.get(f"{ruling.kind}-{ruling.number}"):
            row.rulings.append(ruling)
    for label, state in states_of(set(rows)).items():
        rows[label].state, rows[label].tone = state.label, TONES[state]
    for label in _overdue(rows):
        rows[label].state, rows[label].tone = "Overdue", "stop"
    return list(rows.values())


def _add_proposals(rows: dict[str, OpenRow]) -> None:
    by_key = {row.said.pk: row for row in rows.values()}
    link = PublishedRecommendation.papers.through
    pairs = link.objects.filter(publishedrecommendation__in=by_key)
    pairs = pairs.filter(paper__proposal__is_public=True).select_related("paper__proposal")
    for pair in pairs.order_by("paper__proposal__title"):
        found = by_key[pair.publishedrecommendation_id].proposals
        if pair.paper.proposal not in found:
            found.append(pair.paper.proposal)


def _overdue(rows) -> set[str]:
    """Numbers whose day has passed: a state like the others."""
    today: dt.date = timezone.localdate()
    late = known_to(Recommendation.objects.filter(due_on__lt=today), PUBLIC)
    pairs = late.filter(known=RecommendationState.OPEN).values_list("kind", "number")
    return {label for kind, number in pairs if (label := f"{kind}-{number}") in rows}
