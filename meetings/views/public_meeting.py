"""The open page of one meeting: its minutes once published, before that what is announced."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from committee.public import public_page
from committee.storage import open_stored
from meetings.models import Meeting, MinutesVersion


@public_page()
def meeting(request, slug):
    """The meeting ``slug``: the latest published minutes, or when and where it is to be."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    versions = list(MinutesVersion.objects.published().listed(found))
    if not versions:
        return render(request, "meetings/meeting_announced.html", {"meeting": found})
    return _minutes(request, found, versions[0], versions)


@public_page()
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


@require_safe
@login_not_required
def minutes_pdf(request, slug):
    """The latest published minutes as PDF, once it has been made."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    return _pdf(request, found, MinutesVersion.objects.published().listed(found).first())


@require_safe
@login_not_required
def minutes_version_pdf(request, slug, number):
    """The PDF of one published version."""
    found = get_object_or_404(Meeting.objects.open_to_all(), slug=slug)
    version = MinutesVersion.objects.published().listed(found).filter(number=number).first()
    return _pdf(request, found, version)


def _pdf(request, found, version):
    document = version.document if version else None
    if document is None or not document.is_ready:
        raise Http404
    response = get_conditional_response(request, etag=f'"{document.sha256}"')
    if response is None:
        response = FileResponse(
            open_stored(document.sha256),
            content_type="application/pdf",
            filename=f"minutes-{found.slug}-v{version.number}.pdf",
        )
    response["ETag"] = f'"{document.sha256}"'
    response["Cache-Control"] = "public, max-age=300"
    return response
