"""The open page of one meeting: its minutes once published, before that what is announced."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from committee.kept import record_stands_at
from committee.public import public_page
from committee.storage import open_stored
from meetings.calendar import calendar_of
from meetings.models import Meeting, MinutesVersion


def _stands(request, slug, number=None):
    """What the page of a meeting with published minutes depends on; None without any."""
    versions = MinutesVersion.objects.published().filter(meeting__slug=slug)
    published = tuple(versions.order_by("number").values_list("pk", "document__state"))
    return (published, *record_stands_at()) if published else None


@public_page(stands=_stands)
def meeting(request, slug):
    """The meeting ``slug``: the latest published minutes, or when and where it is to be."""
    versions = list(MinutesVersion.objects.published().readable(slug))
    if versions:
        return _minutes(request, versions[0], versions)
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    return render(request, "meetings/meeting_announced.html", {"meeting": found})


@public_page()
def calendar_file(request, slug):
    """An announced meeting as a calendar file, as it goes with the mails about it."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug, on__isnull=False)
    response = HttpResponse(calendar_of(found), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="meeting-{found.slug}.ics"'
    return response


@public_page(stands=_stands)
def minutes_version(request, slug, number):
    """A published version of the minutes, the latest or one that was corrected since."""
    versions = list(MinutesVersion.objects.published().readable(slug))
    for version in versions:
        if version.number == number:
            return _minutes(request, version, versions)
    raise Http404


def _minutes(request, version, versions):
    page = {"meeting": version.meeting, "version": version}
    page |= {"versions": versions, "latest": versions[0]}
    return render(request, "meetings/meeting.html", page)


@require_safe
@login_not_required
def minutes_pdf(request, slug):
    """The latest published minutes as PDF, once it has been made."""
    return _pdf(request, MinutesVersion.objects.published().readable(slug).defer("html").first())


@require_safe
@login_not_required
def minutes_version_pdf(request, slug, number):
    """The PDF of one published version."""
    versions = MinutesVersion.objects.published().readable(slug).defer("html")
    return _pdf(request, versions.filter(number=number).first())


def _pdf(request, version):
    document = version.document if version else None
    if document is None or not document.is_ready:
        raise Http404
    response = get_conditional_response(request, etag=f'"{document.sha256}"')
    if response is None:
        response = FileResponse(
            open_stored(document.sha256),
            content_type="application/pdf",
            filename=f"minutes-{version.meeting.slug}-v{version.number}.pdf",
        )
    response["ETag"] = f'"{document.sha256}"'
    response["Cache-Control"] = "public, max-age=300"
    return response
