"""The ways to a proposal and to a paper: through what the reader may see, or 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from proposals.models import Paper, Proposal


def proposal_of(request, slug) -> Proposal:
    """A proposal whose papers concern the reader: the public reads its open page instead."""
    found = get_object_or_404(Proposal.objects.visible_to(request.user), slug=slug)
    own = request.user.appointments.bodies_presented().filter(organisation=found.submitting_body_id)
    if not (request.user.sits_with_committee or (found.submitting_body_id and own.exists())):
        raise Http404
    return found


def paper_of(request, slug, pk) -> Paper:
    """A paper of a proposal, for those who may read it."""
    papers = Paper.objects.visible_to(request.user).select_related("proposal__submitting_body")
    return get_object_or_404(papers, pk=pk, proposal__slug=slug)


def checked_paper(request, slug, pk) -> Paper:
    """The same, for the secretariat alone."""
    if not request.user.is_secretariat:
        raise Http404
    return paper_of(request, slug, pk)
