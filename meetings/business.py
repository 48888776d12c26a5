"""What a meeting decides, for its pages: item by item what is open, and what each vote gave."""

from dataclasses import dataclass

from meetings.models import AgendaItem, Meeting, Vote
from meetings.tally import ABSTAIN
from proposals.models import Advice, Decision, Paper


@dataclass(frozen=True)
class ItemBusiness:
    """One item that has papers: which are undecided, its votes, and results without a vote."""

    item: AgendaItem
    papers: list[Paper]
    undecided: list[Paper]
    votes: list[Vote]
    letterless: list[Decision]

    @property
    def may_open(self) -> bool:
        """Whether there is something left to vote on: no vote is open or waits for its outcome."""
        waiting = [v for v in self.votes if v.is_open or (v.is_closed and not v.decision_id)]
        return bool(self.undecided) and not waiting


@dataclass(frozen=True)
class Business:
    items: list[ItemBusiness]
    advice: list[Advice]


def business_of(meeting: Meeting) -> Business:
    """What ``meeting`` decides, in the order of its agenda, and the advice it gave."""
    undecided = set(meeting.undecided_papers().values_list("pk", flat=True))
    items = meeting.items.prefetch_related("papers__proposal", "votes__decision__outcome")
    made = Decision.objects.filter(advice__given__meeting=meeting, outcome=None)
    letterless = list(made.prefetch_related("papers"))
    advice = (
        Advice.objects.filter(given__meeting=meeting)
        .select_related("given__item", "letter")
        .prefetch_related("decisions__outcome", "lines")
        .order_by("given__position", "pk")
    )
    rows = [
        _of(item, undecided, letterless, meeting)
        for item in items
        if item.papers.all() or item.votes.all()
    ]
    return Business(items=rows, advice=list(advice))


def _of(item: AgendaItem, undecided: set[int], letterless, meeting: Meeting) -> ItemBusiness:
    item.meeting = meeting  # known already: one query less for each button
    papers, votes = list(item.papers.all()), list(item.votes.all())
    for vote in votes:
        vote.meeting, vote.item = meeting, item
    return ItemBusiness(
        item=item,
        papers=papers,
        undecided=[paper for paper in papers if paper.pk in undecided],
        votes=votes,
        letterless=[made for made in letterless if set(made.papers.all()) & set(papers)],
    )


@dataclass(frozen=True)
class Row:
    """How many chose one outcome; None where agreement was stated and not counted."""

    letter: str
    label: str
    number: int | None

    @property
    def marks(self) -> range:
        return range(self.number or 0)


def rows_of(vote: Vote) -> list[Row]:
    """The count of ``vote``, every outcome of its terms in order, abstentions last."""
    if vote.count is None:
        return []
    options = vote.terms.options.order_by("letter")
    chosen = [(option.letter, option.short_label) for option in options]
    rows = [Row(letter, label, vote.count.get(letter, 0)) for letter, label in chosen]
    return [*rows, Row("", "Abstained", vote.count.get(ABSTAIN, 0))]
