"""What meetings leave to be done, for the page /work/: one small function for each concern."""

import datetime as dt

from django.db.models import Count, Prefetch
from django.urls import reverse
from django.utils import timezone

from committee.models import VOTING_ROLES, Role
from committee.worklist import Step, WorkCard, WorkItem
from meetings.models import ActionPoint, Meeting, MinutesVersion, Vote
from meetings.presence import standing
from meetings.states import MeetingState, MinutesState
from proposals.models import Paper
from proposals.states import PaperState

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
        log = reverse("meetings:log", args=[meeting.slug])
        return WorkItem(f"Go on minuting the meeting of {meeting.date_text}", log, "Now")
    if meeting.on and meeting.on <= today:
        tag, tone = ("Today", "wait") if meeting.on == today else ("Overdue", "stop")
        text = f"Start the meeting of {meeting.date_text}"
        return WorkItem(text, page, "Now", tag=tag, tone=tone)
    if meeting.state == MeetingState.PLANNED:
        text = f"Call the meeting of {meeting.date_text}"
        return WorkItem(text, page, "Meetings", "Planned; nobody is invited yet.", due=meeting.on)
    return None


def ballots_to_cast(person):
    """Open votes in which ``person`` may cast a ballot and has not."""
    open_votes = Vote.objects.open().select_related("meeting", "item").order_by("pk")
    waiting = open_votes.filter(meeting__attendances__person=person)
    return [
        WorkItem(
            f"Cast your ballot: {vote.item}",
            reverse("meetings:cast_ballot", args=[vote.meeting.slug, vote.pk]),
            "Votes",
            "Your ballot is not in yet.",
            tag="Vote open",
            tone="live",
        )
        for vote in waiting.exclude(ballots__member=person)
        if vote.may_be_cast_by(person)
    ]


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


def minutes_to_move_on(person):
    """Minutes to issue and publish (secretariat), and to approve (chair)."""
    wanted = []
    if person.is_secretariat:
        wanted += [MinutesState.DRAFTING, MinutesState.APPROVED]
    if person.holds(Role.CHAIR, Role.VICE_CHAIR):
        wanted.append(MinutesState.ISSUED)
    versions = MinutesVersion.objects.filter(state__in=wanted, meeting__state=MeetingState.CLOSED)
    return [
        WorkItem(
            f"{MINUTES_VERBS[version.state]} the minutes of {version.meeting.date_text}",
            reverse("meetings:minutes_versions", args=[version.meeting.slug]),
            "Minutes and letters",
            version.change_note,
        )
        for version in versions.select_related("meeting").order_by("meeting__on")
    ]


MINUTES_VERBS = {
    MinutesState.DRAFTING: "Finish and issue",
    MinutesState.ISSUED: "Approve",
    MinutesState.APPROVED: "Publish",
}


def papers_to_place(person):
    """Submitted papers that stand on no agenda to come."""
    if not person.is_secretariat:
        return []
    placed = Meeting.objects.exclude(state__in=[MeetingState.CLOSED, MeetingState.CANCELLED])
    papers = Paper.objects.filter(state=PaperState.SUBMITTED).exclude(
        meeting_papers__meeting__in=placed
    )
    return [
        WorkItem(
            f"Place “{paper}” on an agenda",
            reverse("meetings:all_meetings"),
            "Papers",
            f"Submitted {timezone.localdate(paper.submitted_at):%-d %B %Y}"
            if paper.submitted_at
            else "",
        )
        for paper in papers.select_related("proposal")
    ]


def actions_due(person):
    """Actions that fall due soon: all for the secretariat, their own for others."""
    soon = timezone.localdate() + SOON
    due = ActionPoint.objects.open().filter(due_on__lte=soon).order_by("due_on")
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
    counted = coming.annotate(number=Count("meeting_papers")).filter(number__gt=0).order_by("on")
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


def drafts_to_read(person):
    """For members and advisers: draft minutes that are issued and not yet approved."""
    if not person.holds(Role.MEMBER, Role.ADVISER):
        return []
    issued = MinutesVersion.objects.filter(state=MinutesState.ISSUED).select_related("meeting")
    return [
        WorkItem(
            f"Check the draft minutes of {version.meeting.date_text}",
            reverse("meetings:draft", args=[version.meeting.slug]),
            "Minutes and letters",
        )
        for version in issued.order_by("meeting__on")
    ]


CONCERNS = [
    meetings_to_hold,
    ballots_to_cast,
    outcomes_to_record,
    minutes_to_move_on,
    papers_to_place,
    papers_to_read,
    drafts_to_read,
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
    return WorkCard(title, _when(meeting), _steps(meeting), links)


def _when(meeting):
    days = (meeting.on - timezone.localdate()).days
    day = {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days")
    return f"{day}, {meeting.starts_at:%H:%M}" if meeting.starts_at else day


def _steps(meeting):
    papers = meeting.meeting_papers.count()
    here = standing(meeting)
    needed = f"{here.needed} needed" if here.needed is not None else "quorum not set"
    is_called = meeting.state != MeetingState.PLANNED
    return [
        Step("Committee invited" if is_called else "Committee not invited yet", is_called),
        Step(f"{len(meeting.all_items) or 'No'} items on the agenda", bool(meeting.all_items)),
        Step("1 paper" if papers == 1 else f"{papers or 'No'} papers", papers > 0),
        Step(f"{here.appointed} voting members, {needed}", here.appointed >= (here.needed or 1)),
    ]
