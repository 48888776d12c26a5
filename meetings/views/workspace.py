"""The hub of one meeting, and the list of all of them, for those who sit with the committee."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from committee.closed import open_to
from committee.order import in_order
from meetings.interests import closed_to, papers_open_to
from meetings.models import Meeting
from meetings.packs import standing_of
from meetings.presence import standing
from meetings.register import panel
from meetings.stages import stages_of
from meetings.views.found import committee_meeting, reads_log


def workspace(request, slug):
    """Where one meeting stands, and the way to each of its pages."""
    meeting = committee_meeting(request, slug)
    latest = meeting.minutes.order_by("-number").first()
    page = {
        "meeting": meeting,
        "latest": latest,
        "stages": stages_of(meeting, latest),
        "standing": standing(meeting),
        "items": in_order(meeting.items.prefetch_related(papers_open_to(request.user))),
        "interests": panel(meeting, None, request.user),
        "closed": closed_to(request.user).items,
        "votes": open_to(meeting.votes.select_related("decision__outcome", "item"), request.user),
        "versions": meeting.minutes.all(),
        "pack": standing_of(meeting, request.user),
        "may_read_log": reads_log(request.user),
    }
    return render(request, "meetings/workspace.html", page)


def all_meetings(request):
    """Every meeting the reader may see, newest first."""
    if not request.user.sits_with_committee:
        raise Http404
    meetings = Meeting.objects.visible_to(request.user).prefetch_related("minutes")
    page = Paginator(meetings, 50).get_page(request.GET.get("page"))
    return render(request, "meetings/all_meetings.html", {"page": page})
