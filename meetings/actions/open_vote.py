import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from committee.refusals import Refused
from meetings.correspondence import tell_voters
from meetings.models import AgendaItem, Vote, VoteMethod
from meetings.papers import check_undecided
from proposals.models import Paper

QUESTION = "What does the committee advise?"


@act
def open_vote(
    item: AgendaItem,
    papers: list[Paper],
    *,
    by: Person,
    question: str = "",
    closes_at: dt.datetime | None = None,
    at: dt.datetime | None = None,
) -> Vote:
    """Put one question on ``papers`` to the voting members present.

    With ``closes_at`` by correspondence: to all in office, each told by mail, until then.
    """
    require(by, "meetings.open_vote", item)
    meeting, at = item.meeting, at or timezone.now()
    _check_time(meeting, closes_at, at)
    check_undecided(meeting, papers)
    if item.votes.open().exists():
        raise Refused("A vote is open on this item: close it first.")
    vote = Vote.objects.create(
        meeting=meeting,
        item=item,
        terms=meeting.terms or TermsOfReference.objects.for_meeting_on(meeting.on),
        question=question or QUESTION,
        method=VoteMethod.CORRESPONDENCE if closes_at else VoteMethod.BALLOT,
        opened_at=at,
        opened_by=by,
        closes_at=closes_at,
    )
    vote.papers.set(papers)
    facts = {"papers": [paper.pk for paper in papers]}
    if closes_at:
        facts["closes_at"] = closes_at.isoformat()
        tell_voters(vote, "open_vote", vote.voters())
    record("meetings.open_vote", vote, by=by, at=at, **facts)
    return vote


def _check_time(meeting, closes_at, at):
    if closes_at is None and meeting.is_closed:
        raise Refused("The meeting is closed: only a vote by correspondence can be opened.")
    if closes_at is not None and closes_at <= at:
        raise Refused("That time is over: a vote by correspondence ends at a time to come.")
