"""The hub of one meeting, and the list of all of them, for those who sit with the committee."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from committee.order import in_order
from meetings.models import Meeting
from meetings.presence import standing
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
        "items": in_order(meeting.items.prefetch_related("papers__proposal")),
        "votes": meeting.votes.select_related("decision__outcome", "item"),
        "versions": meeting.minutes.all(),
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
