"""Everything minutes are made of, fetched in a fixed number of queries."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, Q

from meetings.models import AdviceGiven, Entry, ItemPaper, Meeting
from proposals.models import AdviceLine, Decision, DecisionPaper
from proposals.rulings import told_by_advice


@dataclass(frozen=True)
class Rows:
    """The rows of one meeting, each list in its order."""

    meeting: Meeting
    items: list
    entries: list
    given: list  # AdviceGiven, each with its advice
    lines: list  # AdviceLine
    decisions: list
    ruled: dict  # what each piece of advice rules on earlier points

    @cached_property
    def papers_of(self) -> dict[int, list]:
        """The papers of each item, by the item's key."""
        return {
            item.pk: [link.paper for link in item.item_papers.all() if link.paper]
            for item in self.items
        }

    def decisions_on(self, advice) -> list:
        return [decision for decision in self.decisions if decision.advice_id == advice.pk]

    @cached_property
    def decisions_alone(self) -> list:
        """Decisions that no advice of this meeting carries: not asked, deferred …"""
        carried = {given.advice_id for given in self.given}
        return [decision for decision in self.decisions if decision.advice_id not in carried]


def rows_of(meeting: Meeting) -> Rows:
    """All rows that the minutes of ``meeting`` are made of."""
    papers = ItemPaper.objects.select_related("paper__proposal")
    given = list(AdviceGiven.objects.filter(meeting=meeting).select_related("advice"))
    advice = [row.advice_id for row in given]
    return Rows(
        meeting=meeting,
        items=list(
            meeting.items.select_related("meeting", "chaired_by")
            .order_by("position", "pk")
            .prefetch_related(Prefetch("item_papers", queryset=papers))
        ),
        entries=list(Entry.objects.filter(item__meeting=meeting).order_by("position", "pk")),
        given=given,
        lines=list(
            AdviceLine.objects.filter(advice__in=advice)
            .select_related("recommendation")
            .order_by("position", "pk")
        ),
        decisions=_decisions(meeting, advice),
        ruled=told_by_advice([row.advice for row in given]),
    )


def _decisions(meeting, advice) -> list:
    """Decisions carried by the meeting's advice or votes, and those made on its day alone."""
    made_here = Q(advice=None, vote=None, papers__meeting_papers__meeting=meeting)
    if meeting.on is not None:
        made_here &= Q(made_on=None) | Q(made_on=meeting.on)
    papers = DecisionPaper.objects.select_related("paper__proposal")
    return list(
        Decision.objects.filter(Q(advice__in=advice) | Q(vote__meeting=meeting) | made_here)
        .select_related("outcome", "vote")
        .prefetch_related(
            Prefetch("decision_papers", queryset=papers), "expected_returns__proposal"
        )
        .order_by("position", "pk")
        .distinct()
    )
