"""The open page of one meeting: its minutes once published, before that what is announced."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from meetings.models import Meeting, MinutesVersion


@require_safe
@login_not_required
def meeting(request, slug):
    """The meeting ``slug``: the latest published minutes, or when and where it is to be."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    versions = list(MinutesVersion.objects.published().listed(found))
    if not versions:
        return render(request, "meetings/meeting_announced.html", {"meeting": found})
    return _minutes(request, found, versions[0], versions)


@require_safe
@login_not_required
def minutes_version(request, slug, number):
    """A published version of the minutes, the latest or one that was corrected since."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    versions = list(MinutesVersion.objects.published().listed(found))
    for version in versions:
        if version.number == number:
            return _minutes(request, found, version, versions)
    raise Http404


def _minutes(request, found, version, versions):
    page = {"meeting": found, "version": version, "versions": versions, "latest": versions[0]}
    return render(request, "meetings/meeting.html", page)
