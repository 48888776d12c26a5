"""Advice being written: what it makes of each point asked before."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from committee.authority import require
from committee.forms.acting import done
from meetings.forms.rulings import RulingForm
from meetings.rulings import to_rule_on
from meetings.views.advice import advice_page
from meetings.views.found import advice_of
from proposals import actions


def rule_on_recommendation(request, slug, pk, label):
    """Say that this advice closes a point, keeps it open or replaces it."""
    meeting, found = advice_of(request, slug, pk)
    require(request.user, "proposals.rule_on_recommendation", found)
    asked = to_rule_on(found, request.user).labelled(label).first()
    if asked is None:
        raise Http404
    page = reverse("meetings:advice", args=[slug, pk])
    if request.method != "POST":
        return redirect(f"{page}#{asked}")
    form = RulingForm(request.POST, asked=asked, advice=found)
    if done(form, actions.rule_on_recommendation, found, asked, by=request.user):
        messages.success(request, f"What the advice makes of {asked} is saved.")
        return redirect(f"{page}#{asked}")
    return advice_page(request, meeting, found, ruling=form)
