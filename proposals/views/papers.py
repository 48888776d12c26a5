"""Proposals and papers as those see them who submit, keep and read them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee import storage
from committee.authority import require, why_not
from committee.forms.acting import done
from committee.models import Role
from proposals import actions
from proposals.forms.papers import (
    AddProposalForm,
    AttachFileForm,
    PaperForm,
    ReviseProposalForm,
    WithdrawForm,
)
from proposals.models import Paper, PaperFile, Proposal


def mine(request):
    """The proposals whose papers the reader may see, with what stands open."""
    proposals = Proposal.objects.filter(papers__in=Paper.objects.visible_to(request.user))
    if request.user.holds(Role.SECRETARIAT, Role.PRESENTER):
        bodies = request.user.appointments.bodies_presented()
        theirs = Proposal.objects.filter(submitting_body__in=bodies)
        proposals = Proposal.objects.all() if request.user.is_secretariat else theirs
    found = (
        proposals.distinct()
        .select_related("submitting_body")
        .prefetch_related(
            Prefetch("papers", Paper.objects.visible_to(request.user), to_attr="theirs")
        )
    )
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "proposals/mine.html", {"page": page})


def workspace(request, slug):
    """One proposal, with every paper the reader may see."""
    proposal = _proposal(request, slug)
    papers = Paper.objects.visible_to(request.user).filter(proposal=proposal)
    page = {"proposal": proposal, "papers": papers.prefetch_related("files").order_by("-pk")}
    return render(request, "proposals/workspace.html", page)


def add_proposal(request):
    """Enter a proposal."""
    if not request.user.holds(Role.SECRETARIAT, Role.PRESENTER):
        raise Http404
    form = AddProposalForm(request.POST or None, by=request.user)
    if done(form, actions.add_proposal, by=request.user):
        return redirect("proposals:workspace", form.result.slug)
    return render(request, "proposals/add_proposal.html", {"form": form})


def revise_proposal(request, slug):
    """Change what is said of a proposal."""
    proposal = _proposal(request, slug)
    require(request.user, "proposals.revise_proposal", proposal)
    form = ReviseProposalForm(request.POST or None, initial=_values(ReviseProposalForm, proposal))
    if done(form, actions.revise_proposal, proposal, by=request.user):
        messages.success(request, "The proposal is saved.")
        return redirect("proposals:workspace", slug)
    return render(request, "proposals/revise_proposal.html", {"proposal": proposal, "form": form})


def draft_paper(request, slug):
    """Begin a paper."""
    proposal = _proposal(request, slug)
    require(request.user, "proposals.draft_paper", proposal)
    form = PaperForm(request.POST or None, label="Go on to its files")
    if done(form, actions.draft_paper, proposal, by=request.user):
        return redirect(form.result)
    return render(request, "proposals/draft_paper.html", {"proposal": proposal, "form": form})


def paper(request, slug, pk):
    """One paper: what it says of itself, its files, what came of it."""
    return _paper_page(request, _paper(request, slug, pk))


def _paper_page(request, found: Paper, form=None):
    page = {
        "paper": found,
        "proposal": found.proposal,
        "files": found.files.select_related("added_by"),
        "decisions": found.decisions.visible_to(request.user).select_related("outcome"),
        "form": None,
    }
    if why_not(request.user, "proposals.attach_file", found) is None:
        page["form"] = form or AttachFileForm(action=found.url_to("attach_file"))
    return render(request, "proposals/paper.html", page)


def revise_paper(request, slug, pk):
    """Change what a paper says of itself."""
    found = _paper(request, slug, pk)
    require(request.user, "proposals.revise_paper", found)
    form = PaperForm(request.POST or None, initial=_values(PaperForm, found))
    if done(form, actions.revise_paper, found, by=request.user):
        messages.success(request, "The paper is saved.")
        return redirect(found)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/revise_paper.html", page)


@require_POST
def submit_paper(request, slug, pk):
    """Put a paper before the committee."""
    found = _paper(request, slug, pk)
    actions.submit_paper(found, by=request.user)
    messages.success(request, "The paper is submitted.")
    return redirect(found)


def withdraw_paper(request, slug, pk):
    """Take a paper back."""
    found = _paper(request, slug, pk)
    require(request.user, "proposals.withdraw_paper", found)
    form = WithdrawForm(request.POST or None)
    if done(form, actions.withdraw_paper, found, by=request.user):
        messages.success(request, "The paper is withdrawn.")
        return redirect(found)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/withdraw_paper.html", page)


def attach_file(request, slug, pk):
    """Add a PDF."""
    found = _paper(request, slug, pk)
    if request.method != "POST":
        return redirect(found)
    require(request.user, "proposals.attach_file", found)  # before the file is even looked at
    form = AttachFileForm(request.POST, request.FILES, action=request.path)
    if done(form, actions.attach_file, found, by=request.user):
        messages.success(request, "The file is attached.")
        return redirect(found)
    return _paper_page(request, found, form)


@require_POST
def remove_file(request, slug, pk, file):
    """Take a file off a paper."""
    found = _paper(request, slug, pk)
    actions.remove_file(get_object_or_404(found.files, pk=file), by=request.user)
    messages.success(request, "The file is removed.")
    return redirect(found)


def paper_file(request, slug, pk, file):
    """Hand out a file to whoever may read the paper: to be saved, never shown as a page."""
    stored: PaperFile = get_object_or_404(_paper(request, slug, pk).files, pk=file)
    response = FileResponse(
        storage.open_stored(stored.sha256),
        as_attachment=True,
        filename=stored.name,
        content_type=stored.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def _proposal(request, slug) -> Proposal:
    """A proposal whose papers concern the reader: the public reads its open page instead."""
    found = get_object_or_404(Proposal.objects.visible_to(request.user), slug=slug)
    own = request.user.appointments.bodies_presented().filter(organisation=found.submitting_body_id)
    if not (request.user.sits_with_committee or (found.submitting_body_id and own.exists())):
        raise Http404
    return found


def _paper(request, slug, pk) -> Paper:
    papers = Paper.objects.visible_to(request.user).select_related("proposal__submitting_body")
    return get_object_or_404(papers, pk=pk, proposal__slug=slug)


def _values(form_class, thing) -> dict:
    return {name: getattr(thing, name) for name in form_class.base_fields}
