"""Papers of loaded records whose proposal is in doubt, for the secretariat to decide."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from proposals import actions
from proposals.models import ProposalMatch


def matches(request):
    """The questions that wait, and those answered lately."""
    questions = _questions(request)
    page = {"questions": questions.open(), "answered": questions.exclude(decided_at=None)[:10]}
    return render(request, "proposals/matches.html", page)


@require_POST
def confirm_match(request, pk):
    match = get_object_or_404(_questions(request), pk=pk)
    actions.confirm_match(match, by=request.user)
    messages.success(request, f"“{match.paper}” is a paper of “{match.candidate}”.")
    return redirect("proposals:matches")


@require_POST
def reject_match(request, pk):
    match = get_object_or_404(_questions(request), pk=pk)
    actions.reject_match(match, by=request.user)
    messages.success(request, f"“{match.paper}” and “{match.candidate}” stay apart.")
    return redirect("proposals:matches")


def _questions(request):
    if not request.user.is_secretariat:
        raise Http404
    return ProposalMatch.objects.select_related("paper", "candidate", "decided_by").annotate(
        names=Count("candidate__aliases", distinct=True),
        papers=Count("candidate__papers", distinct=True),
    )
