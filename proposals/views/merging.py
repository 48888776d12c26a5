"""Two proposals that turn out to be one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from committee.forms.acting import done
from proposals import actions
from proposals.forms.checking import MergeForm
from proposals.lineage import are_of_two_bodies
from proposals.models import Proposal


def merge_proposals(request, slug):
    """Choose the other proposal, see what will happen, and make one of the two."""
    if not request.user.is_secretariat:
        raise Http404
    known = Proposal.objects.visible_to(request.user)
    proposal = get_object_or_404(known, slug=slug)
    form = MergeForm(request.POST or request.GET or None, proposal=proposal)
    if request.method == "POST" and done(form, actions.merge_proposals, proposal, by=request.user):
        messages.success(request, f"“{proposal}” is now part of “{form.result}”.")
        return redirect("proposals:workspace", form.result.slug)
    into = form.cleaned_data.get("into") if form.is_bound and form.is_valid() else None
    page = {"proposal": proposal, "form": form, "into": into, "papers": proposal.papers.all()}
    if into:
        page["names"] = sorted({str(proposal), *map(str, proposal.aliases.all())})
        page["kept"] = into.papers.count()
        page["two_bodies"] = are_of_two_bodies(proposal, into)
    return render(request, "proposals/merge_proposals.html", page)
