"""What a meeting decides, for its pages: item by item what is open, and what each vote gave."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from committee.closed import open_to
from committee.models import Person
from meetings.interests import items_without_vote, papers_open_to
from meetings.models import AgendaItem, Meeting, Vote
from meetings.secrecy import COMMITTEE, NOTHING, Told, shows_who_waits, told
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
    """What ``meeting`` decides, in the order of its agenda, and the advice it gave.

    Nothing of what is closed to its reader: neither the item nor what it would add to a count.
    """
    reader = meeting.reader
    undecided = set(meeting.undecided_papers().values_list("pk", flat=True))
    votes = open_to(Vote.objects.select_related("decision__outcome"), reader)
    papers = papers_open_to(reader)
    items = open_to(meeting.items, reader).prefetch_related(papers, Prefetch("votes", votes))
    made = Decision.objects.filter(advice__given__meeting=meeting, outcome=None)
    made = open_to(made, reader).select_related("advice__letter").prefetch_related("papers")
    advice = (
        open_to(Advice.objects, reader)
        .filter(given__meeting=meeting)
        .select_related("given__item", "letter")
        .prefetch_related("decisions__outcome", "lines")
        .order_by("given__position", "pk")
    )
    barred = items_without_vote(reader) if reader else ()
    rows = [
        _of(item, undecided, list(made), meeting)
        for item in items
        if item.papers.all() or item.votes.all()
    ]
    for row in rows:
        row.item.is_reader_barred = row.item.pk in barred
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
class RoomVote:
    """The vote of the item that is on, as its reader meets it in the room.

    ``vote`` is None where none was opened; ``waiting`` is None for whoever may not know.
    """

    vote: Vote | None
    void: list[Vote]
    undecided: list[Paper] = field(default_factory=list)
    options: list = field(default_factory=list)  # of an open vote
    cast: int = 0
    may_vote: int = 0
    waiting: list[Person] | None = None
    told: Told = NOTHING
    marks: tuple[bool, ...] = ()  # one for each who may vote: whether a ballot is in


def vote_in_room(item: AgendaItem, votes: list[Vote], *, reader: Person) -> RoomVote:
    """What "meetings/_room_vote.html" shows of ``item``, with its ``votes``, to ``reader``."""
    standing = [vote for vote in votes if not vote.is_void]
    vote = standing[-1] if standing else None
    if vote and vote.is_open:
        facts = _of_open(vote, reader)
    else:
        undecided = item.meeting.undecided_papers().filter(item_papers__item=item)
        facts = {"undecided": list(undecided.select_related("proposal"))}
    if vote and not vote.is_open:
        facts["told"] = told(vote, to=COMMITTEE)
    return RoomVote(vote=vote, void=[one for one in votes if one.is_void], **facts)


def _of_open(vote, reader) -> dict:
    voters, voted = list(vote.voters()), _voted(vote)
    facts = _how_far({voter.pk for voter in voters}, voted)
    facts["options"] = list(vote.terms.options.order_by("letter"))
    if reader.is_secretariat and shows_who_waits(vote):
        facts["waiting"] = [voter for voter in voters if voter.pk not in voted]
    return facts


def how_far(vote: Vote) -> dict:
    """How many ballots of an open vote are in, of how many: all that is told before the close."""
    return _how_far(set(vote.voters().values_list("pk", flat=True)), _voted(vote))


def _voted(vote) -> set[int]:
    """Keys of those whose ballot is in and counts, as things stand."""
    voted = set(vote.ballots.values_list("member", flat=True))
    return voted - set(vote.barred().values_list("member", flat=True)) if voted else voted


def _how_far(voters: set[int], voted: set[int]) -> dict:
    cast, may_vote = len(voted), len(voters | voted)
    marks = tuple(number < cast for number in range(may_vote))
    return {"cast": cast, "may_vote": may_vote, "marks": marks}


def roll_call(vote: Vote) -> list[tuple[Person, str]]:
    """Those who may vote, and whether a ballot is in: "", their "own", or one "taken" down."""
    took = dict(vote.ballots.values_list("member", "recorded_by"))
    words = {pk: "own" if by == pk else "taken" for pk, by in took.items()}
    return [(voter, words.get(voter.pk, "")) for voter in vote.voters()]
