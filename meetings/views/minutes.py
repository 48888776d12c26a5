"""The minutes on their way: versions, the draft that members read, and the acts between."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee.forms.acting import done
from meetings import actions
from meetings.forms.minutes import CorrectMinutesForm
from meetings.minutes import is_same_text, snapshot_of
from meetings.models import MinutesVersion
from meetings.states import MinutesState
from meetings.views.found import committee_meeting, minuted_meeting, secretariat_meeting


def minutes_versions(request, slug):
    """Every version of a meeting's minutes, its documents, and what can be done with it."""
    meeting = minuted_meeting(request, slug)
    versions = list(MinutesVersion.objects.listed(meeting))
    page = {"meeting": meeting, "versions": versions, "is_changed": _is_changed(versions)}
    return render(request, "meetings/minutes_versions.html", page)


def draft(request, slug):
    """The draft that was issued, as the page it will be, for those who sit with the committee."""
    meeting = committee_meeting(request, slug)
    version = MinutesVersion.objects.listed(meeting).first()
    if version is None or version.state not in {MinutesState.ISSUED, MinutesState.APPROVED}:
        raise Http404
    page = {"meeting": meeting, "version": version, "is_changed": _is_changed([version])}
    return render(request, "meetings/draft.html", page)


@require_POST
def issue_draft_minutes(request, slug, number):
    version = _version(secretariat_meeting(request, slug), number)
    actions.issue_draft_minutes(version, by=request.user)
    messages.success(request, "The draft is issued. Members can read it now.")
    return redirect("meetings:minutes_versions", slug)


@require_POST
def approve_minutes(request, slug, number):
    version = _version(minuted_meeting(request, slug), number)
    actions.approve_minutes(version, by=request.user)
    messages.success(request, "The minutes are approved, and the advice with them.")
    return redirect("meetings:minutes_versions", slug)


@require_POST
def publish_minutes(request, slug, number):
    version = _version(secretariat_meeting(request, slug), number)
    actions.publish_minutes(version, by=request.user)
    messages.success(request, "The minutes are published.")
    return redirect("meetings:minutes_versions", slug)


def correct_minutes(request, slug):
    meeting = secretariat_meeting(request, slug)
    form = CorrectMinutesForm(request.POST or None)
    if done(form, actions.correct_minutes, meeting, by=request.user):
        messages.success(request, "A corrected version is begun. Change the lines, then issue it.")
        return redirect("meetings:minutes_versions", slug)
    return render(request, "meetings/correct_minutes.html", {"meeting": meeting, "form": form})


def _version(meeting, number) -> MinutesVersion:
    return get_object_or_404(MinutesVersion.objects.listed(meeting), number=number)


def _is_changed(versions) -> bool:
    """Whether lines were changed since the newest version, a draft, was issued."""
    if not versions or versions[0].state != MinutesState.ISSUED:
        return False
    newest = versions[0]
    return not is_same_text(snapshot_of(newest.meeting, newest), newest.snapshot)
