"""What a signed-in page is about: found through ``visible_to``, or 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from committee.closed import open_to
from committee.models import Role
from meetings.models import AgendaItem, Meeting, MinutesVersion, Vote
from meetings.review import reads_draft
from meetings.states import MinutesState
from proposals.models import Advice, Decision


def committee_meeting(request, slug) -> Meeting:
    """The meeting, for those who sit with the committee."""
    meetings = Meeting.objects.visible_to(request.user).select_related(
        "terms", "chaired_by", "agenda_document"
    )
    meeting = get_object_or_404(meetings, slug=slug)
    if not request.user.sits_with_committee:
        raise Http404
    meeting.reader = request.user
    return meeting


def reads_log(person) -> bool:
    """Whether ``person`` reads lines before they are issued: secretariat and chair do."""
    return person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)


def minuted_meeting(request, slug) -> Meeting:
    """The meeting, for those who read its lines before they are issued."""
    if not reads_log(request.user):
        raise Http404
    return committee_meeting(request, slug)


def secretariat_meeting(request, slug) -> Meeting:
    """The meeting, for the secretariat alone."""
    if not request.user.is_secretariat:
        raise Http404
    return committee_meeting(request, slug)


def draft_of(request, slug) -> tuple[Meeting, MinutesVersion]:
    """The draft that was issued, for those it was issued to and the committee."""
    meeting = get_object_or_404(Meeting, slug=slug)
    version = MinutesVersion.objects.listed(meeting).first()
    is_issued = version and version.state in {MinutesState.ISSUED, MinutesState.APPROVED}
    if not is_issued or not reads_draft(request.user, meeting):
        raise Http404
    return meeting, version


def item_of(request, slug, pk) -> tuple[Meeting, AgendaItem]:
    """An item of a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    return meeting, item_at(meeting, pk)


def item_at(meeting: Meeting, pk) -> AgendaItem:
    """The item of ``meeting`` that an address or a form names, if it is open to its reader."""
    if not str(pk).isdecimal():
        raise Http404
    items = open_to(meeting.items.select_related("parent"), meeting.reader)
    item = get_object_or_404(items, pk=pk)
    item.meeting = meeting
    return item


def vote_of(request, slug, pk) -> tuple[Meeting, Vote]:
    """A vote of a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    votes = Vote.objects.visible_to(request.user).filter(meeting=meeting)
    related = votes.select_related("meeting", "terms", "item", "closed_by", "decision__outcome")
    return meeting, get_object_or_404(related, pk=pk)


def ballot_paper(request, slug, pk) -> Vote:
    """A vote and no more than casting a ballot needs, in one query: many come at once."""
    votes = Vote.objects.visible_to(request.user).filter(meeting__slug=slug)
    return get_object_or_404(votes.select_related("meeting", "terms", "item"), pk=pk)


def decision_of(request, slug, pk) -> tuple[Meeting, Decision]:
    """A decision made at a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    decisions = Decision.objects.visible_to(request.user).filter(advice__given__meeting=meeting)
    return meeting, get_object_or_404(decisions.select_related("advice__given", "outcome"), pk=pk)


def advice_of(request, slug, pk) -> tuple[Meeting, Advice]:
    """Advice given at a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    given = Advice.objects.visible_to(request.user).filter(given__meeting=meeting)
    given = given.select_related("given__item")
    return meeting, get_object_or_404(given, pk=pk)
