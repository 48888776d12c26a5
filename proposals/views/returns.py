"""What is to come back, and what the offices say to the advice they were sent."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from committee.authority import require
from committee.forms.acting import done
from proposals import actions
from proposals.forms.ledger import ExpectReturnForm, ResponseForm, offices_of
from proposals.models import AdviceLetter, Decision, ExpectedReturn, Proposal


@require_safe
def expected_returns(request):
    """Every proposal that is to come back: those without a day first, then by their days."""
    if not request.user.sits_with_committee:
        raise Http404
    seen = ExpectedReturn.objects.visible_to(request.user).order_by().values("pk")
    proposals = Proposal.objects.visible_to(request.user).order_by().values("pk")
    found = ExpectedReturn.objects.open().filter(pk__in=seen, proposal__in=proposals)
    found = found.select_related("proposal__submitting_body", "decision__advice")
    by_day = found.order_by(F("due_on").asc(nulls_first=True), "pk")
    page = Paginator(by_day, 50).get_page(request.GET.get("page"))
    return render(
        request, "proposals/expected_returns.html", {"page": page, "today": timezone.localdate()}
    )


def expect_return(request, slug, pk):
    """Say when a proposal is to come back after a decision on it."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), slug=slug)
    decisions = Decision.objects.visible_to(request.user).filter(papers__proposal=proposal)
    if not request.user.sits_with_committee:
        raise Http404
    decision = get_object_or_404(decisions.distinct(), pk=pk)
    require(request.user, "proposals.expect_return", decision)
    said = decision.expected_returns.filter(proposal=proposal).first()
    initial = {"words": said.words, "due_on": said.due_on} if said else None
    form = ExpectReturnForm(request.POST or None, initial=initial)
    if done(form, actions.expect_return, decision, proposal, by=request.user):
        messages.success(request, "It is noted when the proposal is to come back.")
        return redirect("proposals:workspace", slug)
    page = {"proposal": proposal, "decision": decision, "form": form}
    return render(request, "proposals/expect_return.html", page)


@require_POST
def chase_return(request, slug, pk):
    """Ask the submitting body what became of it."""
    returns = ExpectedReturn.objects.visible_to(request.user).filter(proposal__slug=slug)
    found = get_object_or_404(returns.select_related("proposal__submitting_body"), pk=pk)
    actions.chase_return(found, by=request.user)
    messages.success(request, "The submitting body is asked by mail.")
    return redirect("proposals:workspace", slug)


def record_response(request, pk):
    """Enter what an office says to a letter of advice."""
    letters = AdviceLetter.objects.visible_to(request.user).select_related("advice")
    found = get_object_or_404(letters, pk=pk)
    require(request.user, "proposals.record_response", found)
    offices = offices_of(request.user)
    named = request.GET.get("office", "")
    if named.isdecimal():
        offices = offices.filter(pk=named)
    form = ResponseForm(request.POST or None, offices=offices, initial=_said_so_far(found, offices))
    if done(form, actions.record_response, found, by=request.user):
        messages.success(request, "The response is recorded.")
        return redirect(found)
    return render(request, "proposals/record_response.html", {"letter": found, "form": form})


def _said_so_far(letter: AdviceLetter, offices) -> dict:
    """What the form begins with: where one office is meant, what it said before."""
    said = letter.responses.filter(office__in=offices).first() if len(offices) == 1 else None
    if said is None:
        return {"responded_on": timezone.localdate()}
    return {name: getattr(said, name) for name in ("acceptance", "reasons", "responded_on")}
