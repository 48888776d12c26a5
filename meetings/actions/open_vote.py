import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from committee.refusals import Refused
from meetings.models import AgendaItem, Vote
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
    at: dt.datetime | None = None,
) -> Vote:
    """Put one question on ``papers`` to the voting members present."""
    require(by, "meetings.open_vote", item)
    meeting, at = item.meeting, at or timezone.now()
    check_undecided(meeting, papers)
    if item.votes.open().exists():
        raise Refused("A vote is open on this item: close it first.")
    vote = Vote.objects.create(
        meeting=meeting,
        item=item,
        terms=meeting.terms or TermsOfReference.objects.for_meeting_on(meeting.on),
        question=question or QUESTION,
        opened_at=at,
        opened_by=by,
    )
    vote.papers.set(papers)
    record("meetings.open_vote", vote, by=by, at=at, papers=[paper.pk for paper in papers])
    return vote
