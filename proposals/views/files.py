"""Files of a paper: sent, removed, marked; and handed out to those who may read the paper."""

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from committee import storage
from committee.authority import require
from committee.public import public_page
from committee.refusals import Refused
from committee.views.scripts import for_scripts
from proposals import actions, uploads
from proposals.files import take_in, uncover
from proposals.forms.files import AttachFilesForm, BeginUploadForm
from proposals.frozen import named_in
from proposals.kinds import BY_MEDIA_TYPE
from proposals.models import Paper, PaperFile, PaperVersion, PublishedFile, Upload
from proposals.views.found import paper_of

UNKNOWN = "application/octet-stream"


@require_safe
def paper_files(request, slug, pk):
    """The files of a paper on a page of their own."""
    found = paper_of(request, slug, pk)
    return _files_page(request, found)


def _files_page(request, found: Paper, form=None):
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/paper_files.html", page)


def attach_file(request, slug, pk):
    """Add files; each that cannot be taken in is named, with the reason, and the others stay."""
    found = paper_of(request, slug, pk)
    if request.method != "POST":
        return redirect("proposals:paper_files", slug, pk)
    require(request.user, "proposals.attach_file", found)  # before a file is even looked at
    form = AttachFilesForm(request.POST, request.FILES, action=request.path)
    if form.is_valid():
        for file in form.cleaned_data["files"]:
            _attach(request, found, file, form)
    if form.errors:
        return _files_page(request, found, form)
    return redirect("proposals:paper_files", slug, pk)


def _attach(request, paper: Paper, file, form) -> None:
    try:  # one file of several: the others are not refused with it
        attached = actions.attach_file(paper, take_in(file), by=request.user)
    except Refused as refusal:
        form.add_error("files", f"{file.name[-80:]}: {refusal}")
    else:
        messages.success(request, f"{attached} is attached.")


@for_scripts
@require_POST
def begin_upload(request, slug, pk):
    """Announce a file that is sent in pieces; told is how much of it has arrived already."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.attach_file", found)
    form = BeginUploadForm(request.POST)
    if not form.is_valid():
        return _told("The file is empty or has no name. Choose it again.")
    try:
        upload = uploads.begin(found, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return _told(str(refusal))
    return JsonResponse({"offset": upload.offset, "url": _url_of(upload)})


def _told(refusal: str) -> JsonResponse:
    return JsonResponse({"refused": refusal}, status=409)


def _url_of(upload: Upload) -> str:
    return f"{upload.paper.url_to('begin_upload')}{upload.key}/"


@for_scripts
@require_POST
def continue_upload(request, slug, pk, upload):
    """Take the next piece. With the last byte, if all is as announced, the file is attached."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.attach_file", found)
    coming = get_object_or_404(Upload, paper=found, by=request.user, key=upload)
    at = request.headers.get("Upload-Offset", "")
    moved = uploads.receive(coming, int(at) if at.isdecimal() and len(at) < 12 else -1, request)
    if not moved or coming.offset < coming.size:
        return JsonResponse({"offset": coming.offset})
    try:
        attached = actions.attach_file(found, uploads.finish(coming), by=request.user)
    except Refused as refusal:
        return _told(str(refusal))
    return JsonResponse({"offset": coming.size, "attached": attached.name})


@require_POST
def remove_file(request, slug, pk, file):
    """Take a file off a paper."""
    found = paper_of(request, slug, pk)
    actions.remove_file(get_object_or_404(found.files, pk=file), by=request.user)
    messages.success(request, "The file is removed.")
    return redirect("proposals:paper_files", slug, pk)


@require_POST
def mark_file_public(request, slug, pk, file):
    """Let a file be published, if nothing is hidden in it."""
    found = _file(request, slug, pk, file)
    require(request.user, "proposals.mark_file_public", found)  # before it is looked through
    marked = actions.mark_file_public(found, uncover(found.sha256), by=request.user)
    if marked.is_public:
        messages.success(request, f"{marked} will be published with the outcome of the paper.")
    else:
        messages.warning(request, f"{marked} stays confidential: something is hidden in it.")
    return redirect("proposals:paper_files", slug, pk)


@require_POST
def mark_file_confidential(request, slug, pk, file):
    """Keep a file to those who may read the paper."""
    marked = actions.mark_file_confidential(_file(request, slug, pk, file), by=request.user)
    messages.success(request, f"{marked} is confidential.")
    return redirect("proposals:paper_files", slug, pk)


@require_safe
def paper_file(request, slug, pk, file):
    """Hand out a file to whoever may read the paper: to be saved, never shown as a page."""
    found = _file(request, slug, pk, file)
    if not found.is_ready:
        raise Http404
    return _handed_out(found, found.sha256)


@require_safe
def frozen_file(request, slug, pk, version, sha256):
    """Hand out a file that a submitted version names, whatever became of its row since."""
    paper = paper_of(request, slug, pk)
    versions = PaperVersion.objects.visible_to(request.user).select_related("paper")
    found = named_in(get_object_or_404(versions, paper=paper, number=version)).get(sha256)
    if found is None or not found.is_ready:
        raise Http404
    return _handed_out(found, found.sha256)


@public_page()
def published_file(request, slug, sha256):
    """Hand out the public copy of a file, once its paper's outcome is published."""
    rows = PublishedFile.objects.filter(paper__proposal__slug=slug, sha256=sha256)
    found = get_object_or_404(rows.filter(paper__proposal__is_public=True)[:1])
    return _handed_out(found, found.sha256)


def _file(request, slug, pk, file) -> PaperFile:
    files = paper_of(request, slug, pk).files.select_related("paper__proposal__submitting_body")
    return get_object_or_404(files, pk=file)


def _handed_out(file, sha256: str):
    """The bytes; or, where nginx stands in front, only their place for it to send them from."""
    kind = file.media_type if file.media_type in BY_MEDIA_TYPE else UNKNOWN
    if settings.FILE_REDIRECT:
        response = HttpResponse(content_type=kind)
        response["X-Accel-Redirect"] = quote(f"{settings.FILE_REDIRECT}{sha256[:2]}/{sha256}")
    else:
        response = FileResponse(storage.open_stored(sha256), content_type=kind)
        response["Content-Length"] = file_size(file, sha256)
    response["Content-Disposition"] = content_disposition_header(True, file.name)  # noqa: FBT003
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["ETag"] = f'"{sha256[:32]}"'
    return response


def file_size(_file, sha256: str) -> int:
    return storage.path_of(sha256).stat().st_size
