"""Meetings in and out as record files, for the secretariat."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from committee.authority import require
from meetings import actions
from meetings.forms.records import RecordForm
from meetings.records import as_yaml, record_of
from meetings.views.found import secretariat_meeting


def load_record(request):
    require(request.user, "meetings.load_record", None)
    form = RecordForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        meeting = actions.load_record(form.cleaned_data["record"], by=request.user)
        said = "is on record" if meeting.is_new else "was on record already, word for word"
        messages.success(request, f"The meeting {meeting.on_the} {said}.")
        return redirect("meetings:workspace", meeting.slug)
    return render(request, "meetings/load_record.html", {"form": form})


def export_record(request, slug):
    """The record of one meeting as a file. It holds what is not published."""
    meeting = secretariat_meeting(request, slug)
    require(request.user, "meetings.export_record", meeting)
    response = HttpResponse(as_yaml(record_of(meeting)), content_type="application/yaml")
    response["Content-Disposition"] = f'attachment; filename="{meeting.slug}.yaml"'
    return response
