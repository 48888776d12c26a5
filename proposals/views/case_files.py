"""Case files: have one made, see how far it is, take it away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from committee.authority import why_not
from committee.storage import open_stored
from proposals import actions
from proposals.models import CaseFile, CaseFileEdition
from proposals.views.found import proposal_of


@require_safe
def case_files(request, slug):
    """Every edition that was made, the newest first. While one is made, the page asks again."""
    proposal = proposal_of(request, slug)
    found = CaseFile.objects.visible_to(request.user).filter(proposal=proposal).listed()
    page = {"proposal": proposal, "case_files": found[:100]}
    page["mark"] = " ".join(f"{one.pk}-{one.state}-{one.parts_done}" for one in page["case_files"])
    page["waits"] = any(one.is_on_its_way for one in page["case_files"])
    if request.htmx:
        if request.GET.get("was") == page["mark"]:
            return HttpResponse(status=204)
        return render(request, "proposals/_case_files.html", page)
    page["orders"] = [
        (edition, why_not(request.user, "proposals.order_case_file", wanted))
        for edition in CaseFileEdition
        for wanted in [CaseFile(proposal=proposal, edition=edition)]
    ]
    return render(request, "proposals/case_files.html", page)


@require_POST
def order_case_file(request, slug):
    """Have an edition made, and show how that goes."""
    proposal = proposal_of(request, slug)
    edition = request.POST.get("edition", "")
    if edition not in CaseFileEdition.values:
        raise Http404
    ordered = actions.order_case_file(proposal, by=request.user, edition=edition)
    if ordered.is_ready:
        messages.info(request, "Nothing has changed since the last one: it is the newest below.")
    else:
        messages.success(request, "The case file is being made.")
    return redirect("proposals:case_files", slug)


@require_safe
def case_file(request, slug, pk):
    """One case file, as a zip."""
    proposal = proposal_of(request, slug)
    found = CaseFile.objects.visible_to(request.user).filter(proposal=proposal).defer("snapshot")
    return _download(get_object_or_404(found, pk=pk))


@login_not_required
@require_safe
def published_case_file(request, slug):
    """The newest public edition, for everybody."""
    made = CaseFile.objects.published().filter(proposal__slug=slug)
    found = made.select_related("proposal").defer("snapshot").first()
    if found is None:
        raise Http404
    etag = f'"{found.sha256}"'
    response = get_conditional_response(request, etag=etag) or _download(found)
    response["ETag"], response["Cache-Control"] = etag, "public, max-age=300"
    return response


def _download(found: CaseFile) -> FileResponse:
    if not found.is_ready:
        raise Http404
    response = FileResponse(
        open_stored(found.sha256),
        as_attachment=True,
        filename=found.file_name,
        content_type="application/zip",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
