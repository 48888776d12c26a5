"""What meetings leave to be done, for the page /work/: one small function for each concern."""

import datetime as dt

from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from committee.closed import open_to
from committee.local_time import in_words
from committee.models import VOTING_ROLES, Role
from committee.worklist import Step, WorkCard, WorkItem
from meetings.inbox import submitted_papers, waiting_papers
from meetings.interests import closed_to
from meetings.models import ActionPoint, Meeting, Vote
from meetings.presence import expecting, standing
from meetings.states import MeetingState

SOON = dt.timedelta(days=14)


def items(person) -> list[WorkItem]:
    """Everything of this app that awaits ``person``."""
    return [item for concern in CONCERNS for item in concern(person)]


def meetings_to_hold(person):
    """Meetings the secretariat has to call, start or close."""
    if not person.is_secretariat:
        return []
    states = [MeetingState.PLANNED, MeetingState.CALLED, MeetingState.UNDER_WAY]
    waiting = Meeting.objects.filter(state__in=states).order_by("on")
    return [item for meeting in waiting if (item := _to_hold(meeting))]


def _to_hold(meeting):
    today = timezone.localdate()
    page = reverse("meetings:workspace", args=[meeting.slug])
    if meeting.state == MeetingState.UNDER_WAY:
        room = reverse("meetings:room", args=[meeting.slug])
        return WorkItem(f"Go on minuting the meeting of {meeting.date_text}", room, "Now")
    if meeting.on and meeting.on <= today:
        tag, tone = ("Today", "wait") if meeting.on == today else ("Overdue", "stop")
        text = f"Start the meeting of {meeting.date_text}"
        return WorkItem(text, page, "Now", tag=tag, tone=tone)
    if meeting.state == MeetingState.PLANNED:
        text = f"Call the meeting of {meeting.date_text}"
        return WorkItem(text, page, "Meetings", "Planned; nobody is invited yet.", due=meeting.on)
    return None


def rooms_to_enter(person):
    """Meetings that are under way, for the committee and for those who come for some items."""
    if person.is_secretariat:
        return []
    lasting = Meeting.objects if person.sits_with_committee else expecting(person)
    lasting = lasting.filter(state=MeetingState.UNDER_WAY).order_by("on")
    return [
        WorkItem(
            f"Join the meeting of {meeting.date_text}",
            reverse("meetings:room", args=[meeting.slug]),
            "Now",
            tag="Under way",
            tone="live",
        )
        for meeting in lasting
    ]


def ballots_to_cast(person):
    """Open votes in which ``person`` may cast a ballot and has not."""
    open_votes = Vote.objects.open().select_related("meeting", "item").order_by("pk")
    mine = Q(meeting__attendances__person=person) | Q(closes_at__gt=timezone.now())
    waiting = open_votes.filter(mine).distinct()
    return [
        WorkItem(
            f"Cast your ballot: {vote.item}",
            reverse("meetings:cast_ballot", args=[vote.meeting.slug, vote.pk]),
            "Votes",
            f"{_until(vote)}Your ballot is not in yet.",
            tag="Vote open",
            tone="live",
            due=vote.closes_at and timezone.localdate(vote.closes_at),
        )
        for vote in waiting.exclude(ballots__member=person)
        if vote.may_be_cast_by(person)
    ]


def _until(vote) -> str:
    """How long there is time, of a vote that is not held in the room."""
    is_later = vote.is_by_correspondence
    return f"By correspondence, until {in_words(vote.closes_at)}. " if is_later else ""


def outcomes_to_record(person):
    """Closed votes whose outcome is not on record."""
    if not person.is_secretariat:
        return []
    counted = Vote.objects.awaiting_outcome().select_related("meeting", "item").order_by("pk")
    return [
        WorkItem(
            f"Record the outcome: {vote.item}",
            vote.get_absolute_url(),
            "Votes",
            "The vote is closed and counted.",
        )
        for vote in counted
    ]


def papers_to_check(person):
    """Papers that were submitted and wait for the secretariat."""
    if not person.is_secretariat:
        return []
    return [
        WorkItem(
            f"Check “{paper}”",
            paper.url_to("check_paper"),
            "Papers",
            f"Submitted {timezone.localdate(paper.submitted_at):%-d %B %Y}",
            tag="Late" if paper.is_late else "",
        )
        for paper in submitted_papers(person)
    ]


def papers_to_place(person):
    """Accepted papers that stand on no agenda to come."""
    if not person.is_secretariat:
        return []
    return [
        WorkItem(
            f"Place “{paper}” on an agenda",
            reverse("meetings:place_paper", args=[paper.pk]),
            "Papers",
            f"Submitted {timezone.localdate(paper.submitted_at):%-d %B %Y}"
            if paper.submitted_at
            else "",
        )
        for paper in waiting_papers(person).select_related("proposal")
    ]


def actions_due(person):
    """Actions that fall due soon: all for the secretariat, their own for others."""
    soon = timezone.localdate() + SOON
    due = open_to(ActionPoint.objects.open(), person).filter(due_on__lte=soon).order_by("due_on")
    if not person.is_secretariat:
        due = due.filter(owner_person=person)
    page = (
        reverse("meetings:actions") if person.sits_with_committee else reverse("committee:worklist")
    )
    return [_due(action, page) for action in due]


def _due(action, page):
    late = action.due_on < timezone.localdate()
    tag, tone = ("Overdue", "stop") if late else ("", "wait")
    owner = f"Owner: {action.owner}" if action.owner else "No owner"
    return WorkItem(str(action), page, "Actions", owner, tag=tag, tone=tone, due=action.due_on)


def papers_to_read(person):
    """For members and advisers: the papers of meetings to come, one line for each meeting."""
    if not person.holds(*VOTING_ROLES, Role.ADVISER):
        return []
    coming = Meeting.objects.visible_to(person).upcoming(today=timezone.localdate())
    theirs = ~Q(meeting_papers__paper__in=closed_to(person).papers)
    counted = coming.annotate(number=Count("meeting_papers", filter=theirs))
    counted = counted.filter(number__gt=0).order_by("on")
    return [
        WorkItem(
            f"Read the {'paper' if meeting.number == 1 else f'{meeting.number} papers'}"
            f" for {meeting.date_text}",
            reverse("meetings:workspace", args=[meeting.slug]),
            "Papers",
            due=meeting.on,
        )
        for meeting in counted
    ]


CONCERNS = [
    meetings_to_hold,
    rooms_to_enter,
    ballots_to_cast,
    outcomes_to_record,
    papers_to_check,
    papers_to_place,
    papers_to_read,
    actions_due,
]


def next_meeting(person) -> WorkCard | None:
    """The next meeting, how ready it is, and the way in."""
    if not person.sits_with_committee:
        return None
    coming = Meeting.objects.visible_to(person).upcoming(today=timezone.localdate())
    items = Prefetch("items", to_attr="all_items")
    meeting = coming.select_related("terms").prefetch_related(items).order_by("on").first()
    if meeting is None:
        return None
    workspace = reverse("meetings:workspace", args=[meeting.slug])
    links = [("Open the meeting", workspace)]
    if person.is_secretariat:
        links.insert(0, ("Agenda", reverse("meetings:agenda", args=[meeting.slug])))
    title = f"Meeting of {meeting.on:%A} {meeting.date_text}"
    papers = meeting.meeting_papers.exclude(paper__in=closed_to(person).papers).count()
    return WorkCard(title, _when(meeting), _steps(meeting, papers), links)


def _when(meeting):
    days = (meeting.on - timezone.localdate()).days
    day = {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days")
    return f"{day}, {meeting.starts_at:%H:%M}" if meeting.starts_at else day


def _steps(meeting, papers):
    here = standing(meeting)
    needed = f"{here.needed} needed" if here.needed is not None else "quorum not set"
    is_called = meeting.state != MeetingState.PLANNED
    return [
        Step("Committee invited" if is_called else "Committee not invited yet", is_called),
        Step(f"{len(meeting.all_items) or 'No'} items on the agenda", bool(meeting.all_items)),
        Step("1 paper" if papers == 1 else f"{papers or 'No'} papers", papers > 0),
        Step(f"{here.appointed} voting members, {needed}", here.appointed >= (here.needed or 1)),
    ]
