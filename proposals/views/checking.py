"""Checking a paper: what is missing, what is right, accept it or give it back with reasons."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from committee.authority import require
from committee.forms.acting import done
from proposals import actions
from proposals.checklist import points_of, requested_of
from proposals.forms.checking import CheckPointForm, PredecessorForm, ReturnForm, TickForm
from proposals.frozen import open_files_of
from proposals.models import CheckPoint, Paper, ReturnPlace
from proposals.said import newest_version, said_in, said_now, why_returned
from proposals.views.found import checked_paper


@require_safe
def check_paper(request, slug, pk):
    """A submitted paper with everything that the secretariat looks at."""
    return _page(request, checked_paper(request, slug, pk))


def _page(request, found: Paper, form=None):
    version = newest_version(found)
    form = form or ReturnForm(paper=found)
    earlier = found.versions.exclude(pk=version.pk).order_by("number").last() if version else None
    before = why_returned(earlier)
    page = {
        "paper": found,
        "proposal": found.proposal,
        "version": version,
        "before": before.get("", []),
        "requested": requested_of(version),
        "points": points_of(found, version),
        "form": form,
        "follows": found.predecessor,
        "earlier": earlier,
        "changes": found.url_to("paper_changes"),
        **_said(found, version, before, form),
    }
    return render(request, "proposals/check_paper.html", page)


def _said(found: Paper, version, before: dict, form: ReturnForm) -> dict:
    """What was handed in, part by part, each with why it came back before and with its field."""
    said = said_in(version) if version else said_now(found)
    frozen = version.snapshot if version else {}
    there = [one for one in ReturnPlace if frozen.get(one) or one == ReturnPlace.EVIDENCE]
    return {
        "sections": [(one, form.at(one.key), before.get(one.key, [])) for one in said],
        "beside": [(one, before.get(f":{one}", []), form.at(f":{one}")) for one in there],
        "answers": frozen.get(ReturnPlace.ANSWERS, []),
        "evidence": frozen.get(ReturnPlace.EVIDENCE, []),
        "roles": frozen.get("roles", []),
        "open_files": open_files_of(version) if version else set(),
    }


@require_POST
def accept_paper(request, slug, pk):
    """Put a checked paper before the committee."""
    found = checked_paper(request, slug, pk)
    actions.accept_paper(found, by=request.user)
    messages.success(request, "The paper is accepted: the committee may read it.")
    return redirect(found)


def return_paper(request, slug, pk):
    """Give a paper back, with what was typed beside its sections."""
    found = checked_paper(request, slug, pk)
    form = ReturnForm(request.POST or None, paper=found)
    if done(form, actions.return_paper, found, by=request.user):
        messages.success(request, "The paper is returned. Its body is told.")
        return redirect("meetings:inbox")
    return _page(request, found, form)


@require_POST
def tick_check(request, slug, pk):
    """Tick a point, or take the tick off."""
    found = checked_paper(request, slug, pk)
    form = TickForm(request.POST)
    if form.is_valid():
        actions.tick_check(found, by=request.user, **form.cleaned_data)
    return redirect(f"{found.url_to('check_paper')}#points")


def match_predecessor(request, slug, pk):
    """Say which paper this one follows."""
    found = checked_paper(request, slug, pk)
    form = PredecessorForm(
        request.POST or None, paper=found, initial={"predecessor": found.predecessor_id}
    )
    if done(form, actions.match_predecessor, found, by=request.user):
        messages.success(request, "Saved.")
        return redirect(found)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/match_predecessor.html", page)


@require_safe
def check_points(request):
    """Everything that is looked at in papers, beside what the terms require."""
    require(request.user, "proposals.add_check_point", None)
    return _points(request, CheckPointForm())


def add_check_point(request):
    """Add something to look at."""
    require(request.user, "proposals.add_check_point", None)
    form = CheckPointForm(request.POST or None)
    if done(form, actions.add_check_point, by=request.user):
        return redirect("proposals:check_points")
    return _points(request, form)


@require_POST
def retire_check_point(request, pk):
    """No longer look at a point."""
    if not request.user.is_secretariat:
        raise Http404
    actions.retire_check_point(get_object_or_404(CheckPoint, pk=pk), by=request.user)
    messages.success(request, "It is no longer asked for. Where it was ticked, that stays.")
    return redirect("proposals:check_points")


def _points(request, form):
    points = CheckPoint.objects.filter(is_in_use=True)
    return render(request, "proposals/check_points.html", {"points": points, "form": form})
