"""Documents: where one stands, its file, and another try; the list of all, and the outbox."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from committee import actions
from committee.models import Document, Mail
from committee.storage import open_stored


@require_safe
def documents(request):
    """Every document the reader may see, the latest first."""
    if not request.user.sits_with_committee:
        raise Http404
    found = (
        Document.objects.visible_to(request.user).defer("snapshot").order_by("-ordered_at", "-pk")
    )
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "committee/documents.html", {"page": page})


@require_safe
def document(request, pk):
    """Where one document stands. A page that waits asks again, and is told only what is new."""
    found = get_object_or_404(Document.objects.visible_to(request.user).defer("snapshot"), pk=pk)
    if not request.htmx:
        return render(request, "committee/document.html", {"document": found})
    if request.GET.get("was") == found.state:
        return HttpResponse(status=204)
    return render(request, "committee/_document.html", {"document": found})


def download(document: Document) -> FileResponse:
    """The file of ``document`` for somebody who may have it, or 404 until it is ready."""
    if not document.is_ready:
        raise Http404
    response = FileResponse(
        open_stored(document.sha256),
        as_attachment=True,
        filename=document.file_name,
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def document_file(request, pk):
    """The file of a document that is ready."""
    return download(get_object_or_404(Document.objects.visible_to(request.user), pk=pk))


@require_POST
def retry_document(request, pk):
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    actions.retry_document(found, by=request.user)
    return redirect(found)


@require_safe
def outbox(request):
    """Every mail, the unsent first: what waits for what, and what the mail server said."""
    if not request.user.is_secretariat:
        raise Http404
    found = Mail.objects.visible_to(request.user).select_related("enclosure")
    found = found.defer("enclosure__snapshot", "body").order_by(*Mail.UNSENT_FIRST)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "committee/outbox.html", {"page": page, "now": timezone.now()})
