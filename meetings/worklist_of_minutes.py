"""What minutes leave to be done, for the page /work/."""

from django.db.models import Count
from django.urls import reverse

from committee.local_time import in_words
from committee.models import Role
from committee.worklist import WorkItem
from meetings.approval import approvers
from meetings.models import Meeting, MinutesVersion, Presence
from meetings.review import why_no_more_suggestions
from meetings.states import MeetingState, MinutesState, SuggestionState


def items(person) -> list[WorkItem]:
    """Everything about minutes that awaits ``person``."""
    return [*minutes_to_move_on(person), *suggestions_to_decide(person), *drafts_to_read(person)]


def minutes_to_move_on(person):
    """Minutes to issue and publish (secretariat), and to approve (chair, or in their place)."""
    wanted = []
    if person.is_secretariat:
        wanted += [MinutesState.DRAFTING, MinutesState.APPROVED]
    if person.is_voting_member:
        wanted.append(MinutesState.ISSUED)
    versions = MinutesVersion.objects.filter(state__in=wanted, meeting__state=MeetingState.CLOSED)
    found = versions.defer("snapshot", "html").select_related("meeting").order_by("meeting__on")
    return [_to_move_on(version, person) for version in found if _moves_on(person, version)]


def _moves_on(person, version) -> bool:
    """Whether the next step is theirs: approving is, for those to whom all of it is open."""
    return version.state != MinutesState.ISSUED or person in approvers(version.meeting)


def _to_move_on(version, person):
    keeps = person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)
    there = "meetings:minutes_versions" if keeps else "meetings:draft"
    page = reverse(there, args=[version.meeting.slug])
    if version.publish_at:
        text = f"The minutes of {version.meeting.date_text} will be published"
        when = in_words(version.publish_at)
        return WorkItem(text, page, "Minutes and letters", f"By themselves, on {when}.", tag="Set")
    text = f"{MINUTES_VERBS[version.state]} the minutes of {version.meeting.date_text}"
    return WorkItem(text, page, "Minutes and letters", version.change_note)


def suggestions_to_decide(person):
    """For the secretariat: corrections that readers of a draft suggest, one line for each draft."""
    if not person.is_secretariat:
        return []
    versions = MinutesVersion.objects.filter(suggestions__state=SuggestionState.OPEN)
    counted = versions.defer("snapshot", "html").annotate(waiting=Count("suggestions"))
    return [
        WorkItem(
            f"Decide on {version.waiting} suggestion{'' if version.waiting == 1 else 's'} "
            f"to the minutes of {version.meeting.date_text}",
            reverse("meetings:review_minutes", args=[version.meeting.slug, version.number]),
            "Minutes and letters",
        )
        for version in counted.select_related("meeting").order_by("meeting__on")
    ]


MINUTES_VERBS = {
    MinutesState.DRAFTING: "Finish and issue",
    MinutesState.ISSUED: "Approve",
    MinutesState.APPROVED: "Publish",
}


def drafts_to_read(person):
    """Draft minutes that are issued and not approved, for those they were issued to."""
    issued = MinutesVersion.objects.filter(state=MinutesState.ISSUED).select_related("meeting")
    if not person.holds(Role.MEMBER, Role.ADVISER):
        here = {"attendances__person": person, "attendances__presence": Presence.PRESENT}
        issued = issued.filter(meeting__in=Meeting.objects.filter(**here))
    if person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):  # they have their own lines
        return []
    return [_to_read(version) for version in issued.order_by("meeting__on")]


def _to_read(version):
    page = reverse("meetings:draft", args=[version.meeting.slug])
    text = f"Check the draft minutes of {version.meeting.date_text}"
    if why_no_more_suggestions(version):
        return WorkItem(text, page, "Minutes and letters", "No more suggestions are taken.")
    said = "You can suggest how a line should read."
    return WorkItem(text, page, "Minutes and letters", said, due=version.suggestions_until)
