"""The desk of a submitting body: its proposals, and the one next step each of them waits for."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Prefetch
from django.urls import reverse

from proposals.deadlines import ComingMeeting, coming_meetings, meant_for
from proposals.known import awaiting
from proposals.models import (
    AdviceLetter,
    ExpectedReturn,
    Paper,
    Proposal,
    Recommendation,
)
from proposals.states import STILL_WRITTEN, PaperState

LETTERS_SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """What one proposal waits for: a step of its body (``is_ours``), or of somebody else."""

    proposal: Proposal
    text: str
    url: str
    is_ours: bool
    paper: Paper | None = None
    due: dt.date | None = None
    words: str = ""  # when it is to come back, as the committee said


@dataclass(frozen=True)
class Desk:
    """Everything a presenter's page shows, what is to be done first."""

    proposals: list[Waiting]
    coming: list[ComingMeeting]
    letters: list[AdviceLetter]
    to_answer: int


def desk_of(person) -> Desk:
    """The desk that ``person`` shares with the colleagues of their body."""
    proposals = Proposal.objects.filter(
        submitting_body__in=person.appointments.bodies_presented()
    ).select_related("submitting_body")
    papers = Paper.objects.exclude(state=PaperState.WITHDRAWN).select_related("proposal")
    proposals = list(proposals.prefetch_related(Prefetch("papers", papers, to_attr="ours")))
    coming, points = coming_meetings(), _points(proposals)
    returns = _returns(proposals, person)
    rows = [_waits(one, coming, points.get(one.pk, 0), returns.get(one.pk)) for one in proposals]
    rows.sort(key=lambda row: (not row.is_ours, row.due or dt.date.max, row.proposal.title))
    letters = AdviceLetter.objects.filter(pk__in=AdviceLetter.objects.visible_to(person))
    newest = letters.select_related("advice").order_by("-sent_at", "-pk")[:LETTERS_SHOWN]
    return Desk(rows, coming, list(newest), sum(points.values()))


def _points(proposals: list[Proposal]) -> dict[int, int]:
    """How many points of each proposal its body has to answer."""
    bodies = {one.submitting_body_id for one in proposals}
    asked = awaiting(Recommendation.objects.told(), bodies).filter(papers__proposal__in=proposals)
    counted = asked.order_by().values("papers__proposal").annotate(n=Count("pk", distinct=True))
    return dict(counted.values_list("papers__proposal", "n"))


def _returns(proposals: list[Proposal], person) -> dict[int, ExpectedReturn]:
    """What of each proposal is to come back and its body was told so, that asked for last."""
    told = ExpectedReturn.objects.visible_to(person).order_by().values("pk")
    expected = ExpectedReturn.objects.open().filter(proposal__in=proposals, pk__in=told)
    expected = expected.order_by("pk")
    return {one.proposal_id: one for one in expected}


def _waits(proposal, coming, points: int, expected: ExpectedReturn | None) -> Waiting:
    paper = _at_hand(proposal.ours)
    begin = reverse("proposals:draft_paper", args=[proposal.slug])
    if paper is None:
        return Waiting(proposal, "Begin its first paper", begin, is_ours=True)
    if paper.state == PaperState.CONSIDERED:
        return _after(proposal, paper, begin, points, expected)
    meeting = meant_for(paper, coming)
    due = meeting.due_on if meeting else None
    text, act = STEPS[paper.state]
    url = paper.url_to(act) if act else paper.get_absolute_url()
    told = text.format(paper=paper, meeting=f", {meeting.date_text}" if meeting else "")
    due = due if act else None
    return Waiting(proposal, told, url, is_ours=bool(act), paper=paper, due=due)


def _at_hand(papers: list[Paper]) -> Paper | None:
    """The newest that is still being written, or the newest of all."""
    newest_first = papers[::-1]
    written = (paper for paper in newest_first if paper.state in STILL_WRITTEN)
    return next(written, newest_first[0] if papers else None)


STEPS = {  # what is said of the last paper, and the page on which its body goes on with it
    PaperState.DRAFT: ("Finish and submit “{paper}”", "write_paper"),
    PaperState.RETURNED: ("Put “{paper}” right and submit it again", "write_paper"),
    PaperState.SUBMITTED: ("The secretariat checks “{paper}”", ""),
    PaperState.ACCEPTED: ("“{paper}” is before the committee{meeting}", ""),
}


def _after(proposal, paper, begin, points: int, expected: ExpectedReturn | None) -> Waiting:
    """After advice: one paper that answers everything and is the return that was asked for."""
    if not (points or expected):
        return Waiting(proposal, "Nothing", paper.get_absolute_url(), is_ours=False, paper=paper)
    text = "Begin the paper that was asked for"
    if points:
        answers = "the point" if points == 1 else f"{points} points"
        text = f"Begin the paper that answers {answers} of the committee"
    asked = {"due": expected.due_on, "words": expected.words} if expected else {}
    return Waiting(proposal, text, begin, is_ours=True, paper=paper, **asked)
