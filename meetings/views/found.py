"""What a signed-in page is about: found through ``visible_to``, or 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from committee.models import Role
from meetings.models import AgendaItem, Meeting, Vote
from proposals.models import Advice, Decision


def committee_meeting(request, slug) -> Meeting:
    """The meeting, for those who sit with the committee."""
    meetings = Meeting.objects.visible_to(request.user).select_related(
        "terms", "chaired_by", "agenda_document"
    )
    meeting = get_object_or_404(meetings, slug=slug)
    if not request.user.sits_with_committee:
        raise Http404
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


def item_of(request, slug, pk) -> tuple[Meeting, AgendaItem]:
    """An item of a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    return meeting, item_at(meeting, pk)


def item_at(meeting: Meeting, pk) -> AgendaItem:
    """The item of ``meeting`` that an address or a form names."""
    if not str(pk).isdecimal():
        raise Http404
    return get_object_or_404(meeting.items.select_related("meeting", "parent"), pk=pk)


def vote_of(request, slug, pk) -> tuple[Meeting, Vote]:
    """A vote of a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    votes = Vote.objects.visible_to(request.user).filter(meeting=meeting)
    related = votes.select_related("meeting", "terms", "item", "closed_by", "decision__outcome")
    return meeting, get_object_or_404(related, pk=pk)


def decision_of(request, slug, pk) -> tuple[Meeting, Decision]:
    """A decision made at a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    decisions = Decision.objects.filter(advice__given__meeting=meeting)
    return meeting, get_object_or_404(decisions.select_related("advice__given", "outcome"), pk=pk)


def advice_of(request, slug, pk) -> tuple[Meeting, Advice]:
    """Advice given at a meeting, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    given = Advice.objects.filter(given__meeting=meeting).select_related("given__item")
    return meeting, get_object_or_404(given, pk=pk)
