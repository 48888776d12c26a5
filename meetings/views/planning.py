"""A meeting from its plan to its close: one address for each act."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from committee.authority import require
from committee.forms.acting import done
from meetings import actions
from meetings.forms.meetings import CancelForm, MeetingForm, TimesForm
from meetings.hours import hours_of
from meetings.readiness import unfinished
from meetings.views.found import secretariat_meeting


def plan_meeting(request):
    """Put a meeting in the diary."""
    require(request.user, "meetings.plan_meeting", None)
    form = MeetingForm(request.POST or None, button="Plan the meeting")
    if done(form, actions.plan_meeting, by=request.user):
        meeting = form.result
        messages.success(request, f"{meeting} is planned. Nobody is told before you call it.")
        return redirect("meetings:workspace", meeting.slug)
    return render(request, "meetings/plan_meeting.html", {"form": form})


def revise_meeting(request, slug):
    """Change when or where it is."""
    meeting = secretariat_meeting(request, slug)
    fields = ["on", "starts_at", "ends_at", "venue", "title"]
    initial = {name: getattr(meeting, name) for name in fields}
    form = MeetingForm(request.POST or None, initial=initial, button="Save")
    if done(form, actions.revise_meeting, meeting, by=request.user):
        messages.success(request, "Saved.")
        return redirect("meetings:workspace", meeting.slug)
    page = {"meeting": meeting, "form": form}
    return render(request, "meetings/revise_meeting.html", page)


@require_POST
def call_meeting(request, slug):
    """Announce it, and invite the committee."""
    meeting = actions.call_meeting(secretariat_meeting(request, slug), by=request.user)
    messages.success(request, f"{meeting} is called. Everybody on the committee has a mail.")
    return redirect("meetings:workspace", slug)


@require_POST
def announce_papers(request, slug):
    """Tell the committee that there is something to read."""
    actions.announce_papers(secretariat_meeting(request, slug), by=request.user)
    messages.success(request, "Everybody on the committee has a mail with a link to the papers.")
    return redirect("meetings:workspace", slug)


def start_meeting(request, slug):
    """Open it; on another day than its own, after asking."""
    meeting = secretariat_meeting(request, slug)
    is_its_day = meeting.on is None or meeting.on == timezone.localdate()
    if request.method != "POST" or not (is_its_day or "anyway" in request.POST):
        days = (meeting.on - timezone.localdate()).days if meeting.on else 0
        page = {"meeting": meeting, "days": days, "days_ago": -days}
        return render(request, "meetings/start_meeting.html", page)
    actions.start_meeting(meeting, by=request.user)
    messages.success(request, "The meeting is under way. Note who is here, then start an item.")
    return redirect("meetings:room", slug)


@require_POST
def close_meeting(request, slug):
    """End it, and begin its minutes."""
    actions.close_meeting(secretariat_meeting(request, slug), by=request.user)
    messages.success(request, "The meeting is closed. Its minutes are being drafted.")
    return redirect("meetings:workspace", slug)


@require_safe
def room_close(request, slug):
    """Part of the room: what would be left open if the meeting were closed now."""
    meeting = secretariat_meeting(request, slug)
    page = {"meeting": meeting, "unfinished": unfinished(meeting, request.user)}
    return render(request, "meetings/_room_close_box.html", page)


def correct_times(request, slug):
    """Change when it opened and closed, until its minutes are approved."""
    meeting = secretariat_meeting(request, slug)
    initial = dict(zip(["opened", "closed"], hours_of(meeting), strict=True))
    form = TimesForm(request.POST or None, initial=initial)
    if done(form, actions.correct_times, meeting, by=request.user):
        messages.success(request, "The times are saved.")
        return redirect("meetings:minutes_versions", slug)
    return render(request, "meetings/correct_times.html", {"meeting": meeting, "form": form})


def cancel_meeting(request, slug):
    """Call it off, after asking."""
    meeting = secretariat_meeting(request, slug)
    form = CancelForm(request.POST or None)
    if done(form, actions.cancel_meeting, meeting, by=request.user):
        messages.success(request, f"{meeting} is cancelled.")
        return redirect("meetings:workspace", slug)
    return render(request, "meetings/cancel_meeting.html", {"meeting": meeting, "form": form})
