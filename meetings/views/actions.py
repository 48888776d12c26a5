"""Actions: given at a meeting, followed across all of them until they are done."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from committee.forms.acting import done
from meetings import actions as acts
from meetings.forms.actions import ActionForm, UpdateForm
from meetings.models import ActionPoint, Entry
from meetings.states import ActionState
from meetings.views.found import secretariat_meeting

FIELDS = ["text", "item", "owner", "owner_person", "due", "due_on"]


def actions(request):
    """Actions of all meetings, the open ones unless others are asked for."""
    if not request.user.sits_with_committee:
        raise Http404
    state = request.GET.get("state", ActionState.OPEN)
    found = ActionPoint.objects.visible_to(request.user).filter(state=state)
    found = found.select_related("meeting", "item", "owner_person")
    found = found.prefetch_related("updates__meeting").order_by("-meeting__on", "position")
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    words = {"page": page, "state": state, "states": ActionState.choices}
    return render(request, "meetings/actions.html", words)


def add_action(request, slug):
    """Note something to be done."""
    meeting = secretariat_meeting(request, slug)
    initial = _from_line(meeting, request.GET.get("line", "")) or {"item": request.GET.get("item")}
    form = ActionForm(request.POST or None, meeting=meeting, initial=initial)
    if done(form, acts.add_action, meeting, by=request.user):
        messages.success(request, "The action is noted.")
        item = form.result.item
        return redirect(item.log_url) if item else redirect("meetings:actions")
    return render(request, "meetings/add_action.html", {"meeting": meeting, "form": form})


def revise_action(request, slug, pk):
    """Change what an action says."""
    meeting = secretariat_meeting(request, slug)
    action = get_object_or_404(meeting.actions, pk=pk)
    initial = {name: getattr(action, name) for name in FIELDS}
    form = ActionForm(request.POST or None, meeting=meeting, initial=initial)
    if done(form, acts.revise_action, action, by=request.user):
        messages.success(request, "The action is saved.")
        return redirect("meetings:actions")
    page = {"meeting": meeting, "action": action, "form": form}
    return render(request, "meetings/revise_action.html", page)


def add_action_update(request, slug, pk):
    """Note what was heard of an action; at the meeting of the page it is typed on, if one."""
    meeting = secretariat_meeting(request, slug)
    action = _action(request, pk)
    form = UpdateForm(request.POST or None)
    heard_at = None if action.meeting_id == meeting.pk else meeting
    if done(form, partial(acts.add_action_update, meeting=heard_at), action, by=request.user):
        messages.success(request, "The update is noted.")
        return _back(request)
    page = {"meeting": meeting, "action": action, "form": form}
    return render(request, "meetings/add_action_update.html", page)


@require_POST
def complete_action(request, slug, pk):
    """It is done."""
    acts.complete_action(_action(request, pk), by=request.user)
    messages.success(request, "The action is done.")
    return _back(request)


@require_POST
def drop_action(request, slug, pk):
    """It is no longer needed."""
    acts.drop_action(_action(request, pk), by=request.user)
    messages.success(request, "The action is no longer needed.")
    return _back(request)


@require_POST
def reopen_action(request, slug, pk):
    """It was done or dropped too early."""
    acts.reopen_action(_action(request, pk), by=request.user)
    messages.success(request, "The action is open again.")
    return _back(request)


def _action(request, pk) -> ActionPoint:
    found = ActionPoint.objects.visible_to(request.user)
    return get_object_or_404(found.select_related("meeting"), pk=pk)


def _from_line(meeting, pk) -> dict | None:
    """What a line of the minutes says of the action it is."""
    if not pk.isdecimal():
        return None
    line = get_object_or_404(Entry.objects.filter(item__meeting=meeting), pk=pk)
    return {
        "text": line.text,
        "item": line.item_id,
        "owner": line.speaker,
        "owner_person": line.speaker_person_id,
    }


def _back(request):
    there = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(there, {request.get_host()})
    return redirect(there if is_ours else "meetings:actions")
