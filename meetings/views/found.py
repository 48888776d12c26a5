"""What a signed-in page is about: found through ``visible_to``, or 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from committee.models import Role
from meetings.models import Meeting


def committee_meeting(request, slug) -> Meeting:
    """The meeting, for those who sit with the committee."""
    meetings = Meeting.objects.visible_to(request.user).select_related("terms", "chaired_by")
    meeting = get_object_or_404(meetings, slug=slug)
    if not request.user.sits_with_committee:
        raise Http404
    return meeting


def minuted_meeting(request, slug) -> Meeting:
    """The meeting, for those who read its lines before they are issued: secretariat and chair."""
    if not request.user.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):
        raise Http404
    return committee_meeting(request, slug)


def secretariat_meeting(request, slug) -> Meeting:
    """The meeting, for the secretariat alone."""
    if not request.user.is_secretariat:
        raise Http404
    return committee_meeting(request, slug)
