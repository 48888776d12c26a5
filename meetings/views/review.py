"""Draft minutes under review: suggestions sent in and decided, and publication set for a time."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committee.authority import require
from committee.forms.acting import done
from meetings import actions
from meetings.forms.review import AcceptForm, DeclineForm, ScheduleForm, SuggestForm
from meetings.minutes.reader import said_to
from meetings.models import MinutesVersion, Suggestion
from meetings.readiness import missing
from meetings.review import line_with, passages
from meetings.reviewing import Review
from meetings.views.found import draft_of, minuted_meeting, secretariat_meeting


def review_minutes(request, slug, number):
    """A draft with everything suggested to it, and what stands between it and the public."""
    meeting = minuted_meeting(request, slug)
    version = version_of(meeting, number)
    page = {"meeting": meeting, "version": version, "review": Review(version, request.user)}
    page["missing"] = missing(meeting, version, request.user)
    return render(request, "meetings/review_minutes.html", page)


def suggest_correction(request, slug, paragraph):
    """How one line of the draft should read."""
    meeting, version = draft_of(request, slug)
    before = passages(said_to(version, request.user)).get(paragraph)
    if before is None:
        raise Http404
    require(request.user, "meetings.suggest_correction", version)
    form = SuggestForm(request.POST or None, initial={"after": before})
    if form.is_bound:
        form.full_clean()
        form.act_arguments = form.cleaned_data | {"paragraph": paragraph}
    if done(form, actions.suggest_correction, version, by=request.user):
        messages.success(request, "Your suggestion is sent to the secretariat.")
        return redirect(f"{reverse('meetings:draft', args=[slug])}#p{paragraph}")
    page = {"meeting": meeting, "paragraph": paragraph, "before": before, "form": form}
    return render(request, "meetings/suggest_correction.html", page)


def accept_suggestion(request, slug, pk):
    """Change the line as suggested, or with other words."""
    meeting, suggestion = _suggestion(request, slug, pk)
    require(request.user, "meetings.accept_suggestion", suggestion)
    line = line_with(suggestion.line_key)
    initial = {"text": suggestion.after, "version": line.version if line else 0}
    form = AcceptForm(request.POST or None, initial=initial)
    if done(form, actions.accept_suggestion, suggestion, by=request.user):
        messages.success(request, "The line is changed. Issue the draft again when all is decided.")
        return redirect("meetings:review_minutes", slug, suggestion.version.number)
    if form.is_bound and line:  # they look at the line as it stands now
        form.data = form.data.copy() | {"version": line.version}
    page = {"meeting": meeting, "suggestion": suggestion, "line": line, "form": form}
    return render(request, "meetings/accept_suggestion.html", page)


def decline_suggestion(request, slug, pk):
    """Leave the line as it is, with an answer."""
    meeting, suggestion = _suggestion(request, slug, pk)
    require(request.user, "meetings.decline_suggestion", suggestion)
    form = DeclineForm(request.POST or None)
    if done(form, actions.decline_suggestion, suggestion, by=request.user):
        messages.success(request, "The suggestion is declined, with your answer.")
        return redirect("meetings:review_minutes", slug, suggestion.version.number)
    page = {"meeting": meeting, "suggestion": suggestion, "form": form}
    return render(request, "meetings/decline_suggestion.html", page)


@require_POST
def end_suggestions(request, slug, number):
    version = version_of(secretariat_meeting(request, slug), number)
    actions.end_suggestions(version, by=request.user)
    messages.success(request, "No more suggestions can be sent in.")
    return redirect("meetings:review_minutes", slug, number)


def schedule_publication(request, slug, number):
    """Set the time at which approved minutes are published by themselves."""
    meeting = secretariat_meeting(request, slug)
    version = version_of(meeting, number)
    require(request.user, "meetings.schedule_publication", version)
    form = ScheduleForm(request.POST or None)
    if done(form, actions.schedule_publication, version, by=request.user):
        messages.success(request, "They are published by themselves at that time, not before.")
        return redirect("meetings:minutes_versions", slug)
    page = {"meeting": meeting, "version": version, "form": form}
    return render(request, "meetings/schedule_publication.html", page)


@require_POST
def unschedule_publication(request, slug, number):
    version = version_of(secretariat_meeting(request, slug), number)
    actions.unschedule_publication(version, by=request.user)
    messages.success(request, "The time is taken back. Nothing is published by itself.")
    return redirect("meetings:minutes_versions", slug)


def version_of(meeting, number) -> MinutesVersion:
    return get_object_or_404(MinutesVersion.objects.listed(meeting), number=number)


def _suggestion(request, slug, pk):
    meeting = secretariat_meeting(request, slug)
    found = Suggestion.objects.visible_to(request.user).filter(version__meeting=meeting)
    return meeting, get_object_or_404(found.select_related("version__meeting", "by"), pk=pk)
