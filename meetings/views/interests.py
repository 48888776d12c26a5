"""Declarations of interest: the register of a meeting, and an address for each act."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from committee.authority import require
from committee.forms.acting import done
from meetings import actions
from meetings.forms.interests import DeclareForm, RecordForm, RuleForm
from meetings.models import Interest
from meetings.register import register, where_of
from meetings.views.found import committee_meeting


def interests(request, slug):
    """Every interest declared for one meeting, and what follows from it."""
    meeting = committee_meeting(request, slug)
    page = {"meeting": meeting, "register": register(meeting, request.user)}
    return render(request, "meetings/interests.html", page)


def declare_interest(request, slug):
    """Declare an interest of one's own."""
    meeting = committee_meeting(request, slug)
    require(request.user, "meetings.declare_interest", meeting)
    form = DeclareForm(
        request.POST or None, meeting=meeting, reader=request.user, initial=_asked(request)
    )
    if done(form, actions.declare_interest, meeting, by=request.user):
        messages.success(request, f"Your interest is declared. {form.result.get_effect_display()}.")
        return redirect("meetings:interests", slug)
    page = {"meeting": meeting, "form": form, "title": "Declare an interest"}
    page["rule"] = register(meeting, request.user).rule
    return render(request, "meetings/declare_interest.html", page)


def record_interest(request, slug):
    """Write down an interest that somebody declares aloud."""
    meeting = committee_meeting(request, slug)
    require(request.user, "meetings.record_interest", meeting)
    form = RecordForm(
        request.POST or None, meeting=meeting, reader=request.user, initial=_asked(request)
    )
    if done(form, actions.record_interest, meeting, by=request.user):
        messages.success(request, f"The interest of {form.result.member} is recorded.")
        return redirect("meetings:interests", slug)
    page = {"meeting": meeting, "form": form, "title": "Record an interest"}
    page["rule"] = register(meeting, request.user).rule
    return render(request, "meetings/record_interest.html", page)


def rule_on_interest(request, slug, pk):
    """Say what follows from an interest."""
    meeting, interest = _interest(request, slug, pk)
    require(request.user, "meetings.rule_on_interest", interest)
    initial = {"effect": interest.effect, "reason": interest.ruling} if interest.ruled_at else {}
    form = RuleForm(request.POST or None, interest=interest, initial=initial)
    if done(form, actions.rule_on_interest, interest, by=request.user):
        messages.success(request, "The ruling is on record, and holds from now on.")
        return redirect("meetings:interests", slug)
    page = {"meeting": meeting, "interest": interest, "form": form, "title": "Rule on an interest"}
    page["where"] = where_of(interest, request.user)
    return render(request, "meetings/rule_on_interest.html", page)


def withdraw_interest(request, slug, pk):
    """Take an interest back, after asking."""
    meeting, interest = _interest(request, slug, pk)
    require(request.user, "meetings.withdraw_interest", interest)
    if request.method != "POST":
        page = {"meeting": meeting, "interest": interest, "title": "Withdraw an interest"}
        page["where"] = where_of(interest, request.user)
        return render(request, "meetings/withdraw_interest.html", page)
    actions.withdraw_interest(interest, by=request.user)
    messages.success(request, "The interest is withdrawn. The register keeps that it stood.")
    return redirect("meetings:interests", slug)


def _asked(request) -> dict:
    """What the link that led here was beside: ``?about=item-7``."""
    return {"subject": request.GET["about"]} if "about" in request.GET else {}


def _interest(request, slug, pk):
    meeting = committee_meeting(request, slug)
    found = Interest.objects.visible_to(request.user).filter(meeting=meeting)
    found = found.select_related("meeting", "member", "item", "paper__proposal", "terms")
    return meeting, get_object_or_404(found, pk=pk)
