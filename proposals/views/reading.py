"""Each reader's own marks of what they have read."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from proposals import actions
from proposals.models import Paper


@require_POST
def mark_read(request, slug, pk):
    """Mark a paper as read, and go back to where that was said."""
    actions.mark_read(_paper(request, slug, pk), by=request.user)
    return _back(request, slug, pk)


@require_POST
def mark_unread(request, slug, pk):
    """Mark a paper as not read yet."""
    actions.mark_unread(_paper(request, slug, pk), by=request.user)
    return _back(request, slug, pk)


def _paper(request, slug, pk) -> Paper:
    found = Paper.objects.visible_to(request.user)
    return get_object_or_404(found, pk=pk, proposal__slug=slug)


def _back(request, slug, pk):
    """Only to a page of this site."""
    there = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        return redirect(there)
    return redirect("proposals:paper", slug, pk)
