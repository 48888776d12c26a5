"""Advice being written: which decisions it covers, and its lines one by one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committee.authority import require, why_not
from committee.forms.acting import done
from committee.lines import Stale
from meetings import actions
from meetings.forms.advice import AddLineForm, ReviseLineForm, WriteAdviceForm
from meetings.rulings import rulings_of
from meetings.views.found import advice_of, committee_meeting
from proposals import actions as acts_on_advice
from proposals.ledger import unruled
from proposals.models import ExpectedReturn
from proposals.states import AdviceState


def advice(request, slug, pk):
    """One piece of advice: its decisions and its lines, each where it can be changed."""
    meeting, found = advice_of(request, slug, pk)
    return advice_page(request, meeting, found)


def write_advice(request, slug):
    """Begin advice, or join what stands apart."""
    meeting = committee_meeting(request, slug)
    require(request.user, "meetings.write_advice", meeting)
    form = WriteAdviceForm(request.POST or None, meeting=meeting)
    if done(form, actions.write_advice, by=request.user):
        return redirect("meetings:advice", slug, form.result.pk)
    return render(request, "meetings/write_advice.html", {"meeting": meeting, "form": form})


def add_advice_line(request, slug, pk):
    """Add a line at the end."""
    meeting, found = advice_of(request, slug, pk)
    if request.method != "POST":
        return redirect("meetings:advice", slug, pk)
    form = AddLineForm(request.POST)
    if done(form, acts_on_advice.add_advice_line, found, by=request.user):
        return redirect(f"{_page(slug, pk)}#add")
    return advice_page(request, meeting, found, adding=form)


def revise_advice_line(request, slug, pk, line):
    """Change one line; where somebody else was quicker, show both texts."""
    meeting, found = advice_of(request, slug, pk)
    row = get_object_or_404(found.lines, pk=line)
    if request.method != "POST":
        return redirect("meetings:advice", slug, pk)
    form = ReviseLineForm(request.POST, line=row)
    try:  # the one refusal with a page of its own, where nothing typed may be lost
        if done(form, acts_on_advice.revise_advice_line, row, by=request.user):
            messages.success(request, "The line is saved.")
            return redirect(f"{_page(slug, pk)}#line-{row.pk}")
    except Stale as conflict:
        return _conflict(request, meeting, found, conflict.line, form)
    return advice_page(request, meeting, found, revising={row.pk: form})


@require_POST
def move_advice_line(request, slug, pk, line):
    """Move one line up or down."""
    _, found = advice_of(request, slug, pk)
    row = get_object_or_404(found.lines, pk=line)
    acts_on_advice.move_advice_line(row, by=request.user, up=request.POST.get("step") == "up")
    return redirect(f"{_page(slug, pk)}#line-{row.pk}")


@require_POST
def remove_advice_line(request, slug, pk, line):
    """Remove one line."""
    _, found = advice_of(request, slug, pk)
    row = get_object_or_404(found.lines, pk=line)
    version = request.POST.get("version", "")
    version = int(version) if version.isdecimal() else 0
    acts_on_advice.remove_advice_line(row, by=request.user, version=version)
    messages.success(request, "The line is removed.")
    return redirect("meetings:advice", slug, pk)


def _page(slug, pk) -> str:
    return reverse("meetings:advice", args=[slug, pk])


def advice_page(request, meeting, found, *, adding=None, revising=None, ruling=None):
    """The page of advice; forms that were refused stand in place of fresh ones."""
    may_write = why_not(request.user, "proposals.add_advice_line", found) is None
    may_rule = why_not(request.user, "proposals.rule_on_recommendation", found) is None
    lines = found.lines_in_order()
    forms = revising or {}
    page = {
        "meeting": meeting,
        "advice": found,
        "decisions": found.decisions.select_related("outcome").prefetch_related("papers__proposal"),
        "lines": [
            (line, forms.get(line.pk) or (ReviseLineForm(line=line) if may_write else None))
            for line in lines
        ],
        "adding": (adding or AddLineForm()) if may_write else None,
        "form": adding or ruling or next(iter(forms.values()), None),
        "unruled": unruled(found) if found.state == AdviceState.DRAFTED else (),
        "rulings": rulings_of(found, request.user, may_write=may_rule, tried=ruling),
        "returns": ExpectedReturn.objects.filter(decision__advice=found).select_related("proposal"),
    }
    return render(request, "meetings/advice.html", page)


def _conflict(request, meeting, found, line, form):
    page = {"meeting": meeting, "advice": found, "line": line, "form": form}
    return render(request, "meetings/advice_conflict.html", page, status=409)
