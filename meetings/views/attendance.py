from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee.forms.acting import done
from meetings import actions
from meetings.forms.attendance import AttendanceForm, GuestForm
from meetings.presence import standing
from meetings.seats import moved_at
from meetings.views.found import secretariat_meeting

IN_OFFICE = 1000  # positions below it are of people in office, see actions/add_guest.py


def attendance(request, slug):
    """Who of those in office is here, and who chairs: one form for all."""
    meeting = secretariat_meeting(request, slug)
    form = AttendanceForm(request.POST or None, meeting=meeting)
    if done(form, actions.mark_attendance, meeting, by=request.user):
        return _back(request, slug, "The attendance is saved.")
    return _page(request, meeting, form, GuestForm(meeting=meeting))


def add_guest(request, slug):
    """Add somebody who attends without an appointment."""
    meeting = secretariat_meeting(request, slug)
    form = GuestForm(request.POST or None, meeting=meeting)
    if done(form, actions.add_guest, meeting, by=request.user):
        return _back(request, slug, f"{form.result} is on the list.")
    return _page(request, meeting, AttendanceForm(meeting=meeting), form)


@require_POST
def remove_guest(request, slug, pk):
    """Take a guest off the list."""
    meeting = secretariat_meeting(request, slug)
    guest = get_object_or_404(meeting.attendances, pk=pk)
    actions.remove_guest(guest, by=request.user)
    messages.success(request, f"{guest} is off the list.")
    return redirect("meetings:attendance", slug)


@require_POST
def strike_movement(request, slug, pk):
    """Take back that somebody came or went."""
    meeting = secretariat_meeting(request, slug)
    seat = get_object_or_404(meeting.attendances, pk=pk)
    meant = request.POST.get("movement", "")
    movement = int(meant) if meant.isdecimal() else 0  # which is nobody's
    actions.strike_movement(seat, by=request.user, movement=movement)
    return _back(request, slug, f"What was noted of {seat} last is taken back.")


def _back(request, slug, words):
    if request.POST.get("back") == "room":
        return redirect("meetings:room", slug)
    messages.success(request, words)
    return redirect("meetings:attendance", slug)


def _page(request, meeting, form, guest_form):
    page = {
        "meeting": meeting,
        "form": form,
        "guest_form": guest_form,
        "guests": meeting.attendances.filter(position__gte=IN_OFFICE),
        "standing": standing(meeting),
        "moved": moved_at(meeting),
    }
    return render(request, "meetings/attendance.html", page)
