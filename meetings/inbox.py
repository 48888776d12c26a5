"""Papers on their way to an agenda: what is to be checked, what to be placed, what came back."""

from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Subquery

from committee.closed import open_to
from meetings.models import Meeting
from meetings.states import MeetingState
from proposals.checklist import missing_in
from proposals.models import CheckPoint, Paper, PaperVersion
from proposals.states import PaperState

OVER = [MeetingState.CLOSED, MeetingState.CANCELLED]


@dataclass
class Incoming:
    """One paper on its way, with what the secretariat asks of it first."""

    paper: Paper
    version: PaperVersion | None
    wanted: Meeting | None
    ticked: int = 0
    points: int = 0
    missing: list[str] = field(default_factory=list)


@dataclass
class Inbox:
    to_check: list[Incoming]
    to_place: list[Incoming]
    returned: list[Incoming]


def waiting_papers(person):
    """Accepted papers that stand on no agenda to come."""
    placed = Meeting.objects.exclude(state__in=OVER)
    accepted = Paper.objects.filter(state=PaperState.ACCEPTED)
    return open_to(accepted.exclude(meeting_papers__meeting__in=placed), person)


def submitted_papers(person):
    """Papers that wait to be checked, those that wait longest first."""
    papers = open_to(Paper.objects.filter(state=PaperState.SUBMITTED), person)
    return papers.select_related("proposal").order_by("submitted_at", "pk")


def inbox_of(person) -> Inbox:
    """The three lists, oldest first, in a number of queries that does not grow."""
    papers = open_to(Paper.objects.all(), person)
    return Inbox(
        *(
            _incoming(found)
            for found in (
                submitted_papers(person),
                waiting_papers(person),
                papers.filter(state=PaperState.RETURNED),
            )
        )
    )


def _incoming(papers) -> list[Incoming]:
    newest = PaperVersion.objects.filter(paper=OuterRef("pk")).order_by("-number").values("pk")[:1]
    papers = papers.select_related("proposal__submitting_body").annotate(last=Subquery(newest))
    papers = list(papers.order_by("submitted_at", "pk"))
    ticked = PaperVersion.objects.annotate(ticked=Count("ticks"))
    versions = ticked.in_bulk([paper.last for paper in papers if paper.last])
    slugs = {paper.wanted_meeting for paper in papers} - {""}
    meetings = {one.slug: one for one in Meeting.objects.filter(slug__in=slugs)}
    points = list(CheckPoint.objects.filter(is_in_use=True).values_list("stage", flat=True))
    return [
        _told(paper, versions.get(paper.last), meetings.get(paper.wanted_meeting), points)
        for paper in papers
    ]


def _told(paper, version, wanted, points) -> Incoming:
    asked = sum(stage in (None, paper.stage) for stage in points)
    ticked = version.ticked if version else 0
    return Incoming(paper, version, wanted, ticked, asked, missing_in(version))
