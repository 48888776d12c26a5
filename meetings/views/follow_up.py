"""Lines of the minutes and the ledger: undertakings, updates, what falls due."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render

from committee.closed import open_to
from committee.forms.acting import done
from meetings import actions
from meetings.forms.follow_up import HeardForm, LinkForm, UndertakingForm
from meetings.models import Entry, Telling
from meetings.views.found import item_at, secretariat_meeting
from proposals.models import Recommendation


def make_undertaking(request, slug, pk):
    """Number what a line says somebody will do."""
    meeting, entry = _entry(request, slug, pk)
    initial = {"text": entry.text, "due": entry.due}
    form = UndertakingForm(request.POST or None, initial=initial)
    if done(form, actions.make_undertaking, entry, by=request.user):
        messages.success(request, f"It is undertaking {form.result}.")
        return redirect(form.result)
    page = {"meeting": meeting, "entry": entry, "form": form}
    return render(request, "meetings/make_undertaking.html", page)


def link_update(request, slug, pk):
    """Say which points a line is about."""
    meeting, entry = _entry(request, slug, pk)
    told = entry.ledger_links.filter(telling=Telling.UPDATES)
    initial = {"recommendations": told.values_list("recommendation", flat=True)}
    asked = _asked_before(meeting, request.user)
    form = LinkForm(request.POST or None, asked=asked, initial=initial)
    if done(form, actions.link_update, entry, by=request.user):
        messages.success(request, "The line is linked.")
        return redirect(f"{entry.item.log_url}#line-{entry.pk}")
    page = {"meeting": meeting, "entry": entry, "form": form}
    return render(request, "meetings/link_update.html", page)


def hear_recommendation(request, slug, pk, label):
    """Note what the meeting heard of a point that fell due."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    rows = Recommendation.objects.visible_to(request.user).labelled(label)
    asked = get_object_or_404(rows)
    form = HeardForm(request.POST or None)
    if done(form, actions.hear_recommendation, item, asked, by=request.user):
        messages.success(request, f"What was heard of {asked} is noted.")
        return redirect(item.log_url)
    page = {"meeting": meeting, "item": item, "asked": asked, "form": form}
    return render(request, "meetings/hear_recommendation.html", page)


def _entry(request, slug, pk):
    meeting = secretariat_meeting(request, slug)
    items = open_to(meeting.items.all(), request.user)
    entries = Entry.objects.filter(item__in=items).select_related("item__meeting")
    return meeting, get_object_or_404(entries, pk=pk)


def _asked_before(meeting, reader):
    rows = Recommendation.objects.visible_to(reader)
    if meeting.on:
        earlier = Q(line__advice__given_on__lt=meeting.on) | Q(asked_on__lt=meeting.on)
        rows = rows.filter(earlier | Q(line__advice__given_on=None, asked_on=None))
    return rows.select_related("line__advice").order_by("line__advice__given_on", "kind", "number")
