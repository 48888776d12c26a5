"""Submitted papers: the list of them, and the way from there to an agenda."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from committee.forms.acting import done
from meetings import actions
from meetings.forms.placing import PlaceForm
from meetings.inbox import inbox_of
from proposals.models import Paper


@require_safe
def inbox(request):
    """Papers to check, papers to place, and papers that went back."""
    if not request.user.is_secretariat:
        raise Http404
    return render(request, "meetings/inbox.html", {"inbox": inbox_of(request.user)})


def place_paper(request, pk):
    """Choose where a paper is heard; accepting it is part of the step."""
    if not request.user.is_secretariat:
        raise Http404
    papers = Paper.objects.visible_to(request.user).select_related("proposal__submitting_body")
    paper = get_object_or_404(papers, pk=pk)
    form = PlaceForm(request.POST or None, paper=paper)
    if done(form, actions.place_paper, paper, by=request.user):
        meeting = form.result.meeting
        messages.success(request, f"“{paper}” is on the agenda of {meeting.date_text}.")
        return redirect("meetings:agenda", meeting.slug)
    return render(request, "meetings/place_paper.html", {"paper": paper, "form": form})
