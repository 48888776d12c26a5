"""Advice being written: what it makes of each point asked before."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from committee.authority import require
from committee.forms.acting import done
from meetings.actions import settle_recommendation as settle
from meetings.forms.rulings import RulingForm, SettleForm
from meetings.rulings import to_rule_on
from meetings.settling import settling, to_settle
from meetings.views.advice import advice_page
from meetings.views.found import advice_of, item_at, minuted_meeting
from proposals import actions
from proposals.ledger_rows import row_of


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


def settle_recommendation(request, slug, pk):
    """Say under the update on actions that the meeting closes a point or keeps it open."""
    meeting = minuted_meeting(request, slug)
    item = item_at(meeting, pk)
    require(request.user, "meetings.settle_recommendation", item)
    points = to_settle(meeting, request.user)
    asked = points.labelled(request.GET.get("point", "")).first()
    form = SettleForm(request.POST or None, points=points, initial={"recommendation": asked})
    if done(form, settle, item, by=request.user):
        point = form.result.recommendation
        messages.success(request, f"What the meeting makes of {point} is saved.")
        return redirect(item.log_url)
    page = {"meeting": meeting, "item": item, "form": form, "advice": settling(item)}
    page["row"] = row_of(asked, request.user) if asked else None
    return render(request, "meetings/settle_recommendation.html", page)
