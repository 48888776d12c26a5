"""The minutes on their way: versions, the draft that members read, and the acts between."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from committee.authority import why_not
from committee.forms.acting import done
from meetings import actions
from meetings.approval import why_unsettled
from meetings.forms.minutes import CorrectMinutesForm
from meetings.forms.review import IssueForm
from meetings.interests import closed_to
from meetings.last_minutes import item_for_minutes
from meetings.minutes import draft_html
from meetings.models import MinutesVersion
from meetings.review import why_no_more_suggestions
from meetings.reviewing import is_changed, shown
from meetings.views.found import (
    committee_meeting,
    draft_of,
    minuted_meeting,
    reads_log,
    secretariat_meeting,
)
from meetings.views.review import version_of
from proposals.ledger import unruled
from proposals.models import Advice
from proposals.states import AdviceState


def minutes_versions(request, slug):
    """Every version of a meeting's minutes, its documents, and what can be done with it."""
    meeting = minuted_meeting(request, slug)
    versions = list(MinutesVersion.objects.listed(meeting))
    latest = versions[0] if versions else None
    page = {"meeting": meeting, "versions": versions, "is_changed": is_changed(latest)}
    if latest and latest.approved_at is None:
        page["unsettled"] = why_unsettled(meeting, reader=request.user)
    page["silent"] = _silent(meeting, request.user)
    return render(request, "meetings/minutes_versions.html", page)


def _silent(meeting, reader):
    """Advice being written that leaves points unruled, each with these."""
    given = Advice.objects.visible_to(reader).filter(given__meeting=meeting)
    drafted = given.filter(state=AdviceState.DRAFTED)
    return [(one, points) for one in drafted if (points := unruled(one))]


def draft(request, slug):
    """The draft that was issued, as the page it will be, with what the reader suggested to it."""
    meeting, version = draft_of(request, slug)
    own = [shown(one) for one in version.suggestions.filter(by=request.user)]
    may_suggest = why_not(request.user, "meetings.suggest_correction", version) is None
    page = {
        "meeting": meeting,
        "version": version,
        "is_changed": is_changed(version),
        "own": own,
        "ended": why_no_more_suggestions(version),
        "may_suggest": may_suggest,
        "is_whole": meeting.pk not in closed_to(request.user).meetings,
        "text": draft_html(version, request.user, own, may_suggest=may_suggest),
    }
    return render(request, "meetings/draft.html", page)


@require_POST
def issue_draft_minutes(request, slug, number):
    version = version_of(secretariat_meeting(request, slug), number)
    form = IssueForm(request.POST)
    if done(form, actions.issue_draft_minutes, version, by=request.user):
        messages.success(request, "The draft is issued. Its readers are told by mail.")
    else:
        reasons = [reason for errors in form.errors.values() for reason in errors]
        messages.error(request, " ".join(reasons))
    return redirect("meetings:minutes_versions", slug)


@require_POST
def approve_minutes(request, slug, number):
    version = version_of(committee_meeting(request, slug), number)
    here = request.POST.get("meeting")
    meeting = committee_meeting(request, here) if here else None
    actions.approve_minutes(version, by=request.user, meeting=meeting)
    messages.success(request, "The minutes are approved, and the advice with them.")
    if meeting:
        return redirect(item_for_minutes(meeting).log_url)
    there = "meetings:minutes_versions" if reads_log(request.user) else "meetings:draft"
    return redirect(there, slug)


@require_POST
def publish_minutes(request, slug, number):
    version = version_of(secretariat_meeting(request, slug), number)
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
