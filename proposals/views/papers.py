"""Proposals and papers as those see them who submit, keep and read them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect, render

from committee.authority import require
from committee.forms.acting import done
from committee.models import Role
from proposals import actions
from proposals.chain import chain_of, expected_of
from proposals.deadlines import coming_meetings
from proposals.desk import desk_of
from proposals.forms.papers import (
    AddProposalForm,
    BeginPaperForm,
    PaperForm,
    ReviseProposalForm,
    WithdrawForm,
)
from proposals.ledger import standing
from proposals.models import ExpectedReturn, Paper, Proposal, Stage
from proposals.states import STILL_WRITTEN, RecommendationState
from proposals.views.found import paper_of, proposal_of


def mine(request):
    """The desk of a submitting body; for others the proposals whose papers they may see."""
    if request.user.holds(Role.PRESENTER) and not request.user.sits_with_committee:
        return render(request, "proposals/mine.html", {"desk": desk_of(request.user)})
    proposals = Proposal.objects.filter(papers__in=Paper.objects.visible_to(request.user))
    if request.user.is_secretariat:
        proposals = Proposal.objects.all()
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
    proposal = proposal_of(request, slug)
    steps, expected = chain_of(proposal, request.user), expected_of(proposal, request.user)
    page = {"proposal": proposal, "steps": steps, "expected": expected}
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
    proposal = proposal_of(request, slug)
    require(request.user, "proposals.revise_proposal", proposal)
    form = ReviseProposalForm(request.POST or None, initial=_values(ReviseProposalForm, proposal))
    if done(form, actions.revise_proposal, proposal, by=request.user):
        messages.success(request, "The proposal is saved.")
        return redirect("proposals:workspace", slug)
    return render(request, "proposals/revise_proposal.html", {"proposal": proposal, "form": form})


def draft_paper(request, slug):
    """Begin a paper."""
    proposal = proposal_of(request, slug)
    require(request.user, "proposals.draft_paper", proposal)
    form = BeginPaperForm(request.POST or None, initial=_first_guess(proposal))
    if done(form, actions.draft_paper, proposal, by=request.user):
        return redirect(form.result.url_to("write_paper"))
    return render(request, "proposals/draft_paper.html", {"proposal": proposal, "form": form})


def _first_guess(proposal: Proposal) -> dict:
    """The next meeting whose deadline is not past is what most papers are meant for."""
    in_time = (one.slug for one in coming_meetings() if one.due_on is None or one.days_left >= 0)
    told = {"title": proposal.title, "wanted_meeting": next(in_time, "")}
    return told | {"stage": _likely_stage(proposal)}


def _likely_stage(proposal: Proposal) -> str:
    """The first paper asks in principle; one that answers what was asked follows it up."""
    if not proposal.papers.filter(submitted_at__isnull=False).exists():
        return Stage.IN_PRINCIPLE
    is_asked = standing(proposal).told().filter(state=RecommendationState.OPEN).exists()
    if is_asked or ExpectedReturn.objects.open().filter(proposal=proposal).exists():
        return Stage.FOLLOW_UP
    return Stage.UPDATE


def revise_paper(request, slug, pk):
    """Change what a paper says of itself."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.revise_paper", found)
    form = PaperForm(request.POST or None, initial=_said_of(found), paper=found, by=request.user)
    if done(form, actions.revise_paper, found, by=request.user):
        messages.success(request, "The paper is saved.")
        return redirect(found.url_to("write_paper") if found.state in STILL_WRITTEN else found)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/revise_paper.html", page)


def withdraw_paper(request, slug, pk):
    """Take a paper back."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.withdraw_paper", found)
    form = WithdrawForm(request.POST or None)
    if done(form, actions.withdraw_paper, found, by=request.user):
        messages.success(request, "The paper is withdrawn.")
        return redirect(found)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/withdraw_paper.html", page)


def _said_of(paper: Paper) -> dict:
    now = {name: getattr(paper, name, None) for name in PaperForm.base_fields}
    return now | {"sponsor": paper.proposal.sponsor, "presenters": paper.presenters.all()}


def _values(form_class, thing) -> dict:
    return {name: getattr(thing, name) for name in form_class.base_fields}
