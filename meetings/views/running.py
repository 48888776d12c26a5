"""The running order as it runs, and who comes and goes: an address for each thing done."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from committee.forms.acting import done
from committee.models import Person
from meetings import actions
from meetings.forms.room import ChairForm, DeferForm
from meetings.presence import place_of
from meetings.views.found import item_of, secretariat_meeting


@require_POST
def start_item(request, slug, pk):
    """Take up an item."""
    meeting, item = item_of(request, slug, pk)
    seen = request.POST.get("instead_of", "")  # may be closed to whoever waits outside for it
    instead_of = meeting.items.filter(pk=seen).first() if seen.isdecimal() else None
    actions.start_item(item, by=request.user, instead_of=instead_of)
    return _back(slug)


@require_POST
def finish_item(request, slug, pk):
    """Leave the item that is on."""
    _, item = item_of(request, slug, pk)
    actions.finish_item(item, by=request.user)
    return _back(slug)


@require_POST
def defer_item(request, slug, pk):
    """Put an item off, until when that was said."""
    _, item = item_of(request, slug, pk)
    form = DeferForm(request.POST)
    if done(form, actions.defer_item, item, by=request.user):
        messages.success(request, f"“{item}” is deferred.")
    return _back(slug)


@require_POST
def defer_rest(request, slug):
    """Put off what was not reached."""
    meeting = secretariat_meeting(request, slug)
    form = DeferForm(request.POST)
    if done(form, actions.defer_rest, meeting, by=request.user):
        messages.success(request, "What was not reached is deferred.")
    version = request.POST.get("version", "")  # of the minutes under whose review it was asked
    if version.isdecimal():
        return redirect("meetings:review_minutes", slug, version)
    return _back(slug)


@require_POST
def reopen_item(request, slug, pk):
    """Put an item back on the running order."""
    _, item = item_of(request, slug, pk)
    actions.reopen_item(item, by=request.user)
    return _back(slug)


@require_POST
def chair_item(request, slug, pk):
    """Say who takes the chair for one item."""
    _, item = item_of(request, slug, pk)
    form = ChairForm(request.POST, item=item)
    if not done(form, actions.chair_item, item, by=request.user):
        for problem in form.errors.values():
            messages.error(request, problem[0])
    asked = request.POST.get("vote", "")
    return redirect("meetings:vote", slug, int(asked)) if asked.isdecimal() else _back(slug)


@require_POST
def note_arrival(request, slug):
    """Somebody comes in, or comes back."""
    attendance = _seat(request, secretariat_meeting(request, slug))
    actions.note_arrival(attendance, by=request.user, remote="remote" in request.POST)
    return _back(slug)


@require_POST
def note_departure(request, slug):
    """Somebody leaves."""
    actions.note_departure(_seat(request, secretariat_meeting(request, slug)), by=request.user)
    return _back(slug)


def _seat(request, meeting):
    """Whose row the button names: one of the list, or of somebody in office not on it yet."""
    said = {name: request.POST.get(name, "") for name in ("seat", "person")}
    if said["seat"].isdecimal():
        return get_object_or_404(meeting.attendances, pk=said["seat"])
    if said["person"].isdecimal():
        person = get_object_or_404(Person, pk=said["person"])
        if seat := place_of(meeting, person):
            return seat
    raise Http404


def _back(slug):
    return redirect("meetings:room", slug)
