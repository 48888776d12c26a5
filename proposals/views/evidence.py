"""The evidence of a paper, its submitted versions, and putting it off."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from committee.authority import require
from committee.forms.acting import done
from committee.views.documents import download
from proposals import actions
from proposals.forms.writing import DeferForm, EvidenceForm
from proposals.models import EvidenceKind, PaperVersion
from proposals.states import STILL_WRITTEN
from proposals.views.found import paper_of

ASKED = ["status", "dated", "approver", "covers_human_rights", "file", "note"]
WORDS = {True: "yes", False: "no"}


def set_evidence(request, slug, pk, kind):
    """Say how far one piece of evidence is."""
    paper = paper_of(request, slug, pk)
    if kind not in EvidenceKind.values:
        raise Http404
    require(request.user, "proposals.set_evidence", paper)
    known = paper.evidence.filter(kind=kind).first()
    now = {name: getattr(known, name) for name in ASKED} if known else {}
    if "covers_human_rights" in now:
        now["covers_human_rights"] = WORDS.get(now["covers_human_rights"], "")
    form = EvidenceForm(request.POST or None, initial=now, paper=paper, kind=kind)
    form.act_arguments = {}
    if form.is_valid():
        form.act_arguments = form.cleaned_data | {"kind": kind}
    if done(form, actions.set_evidence, paper, by=request.user):
        messages.success(request, "The evidence is saved.")
        return redirect(f"{paper.url_to('write_paper')}#evidence-{kind}")
    label = EvidenceKind(kind).label
    page = {"paper": paper, "proposal": paper.proposal, "form": form, "kind": label}
    return render(request, "proposals/set_evidence.html", page)


def defer_paper(request, slug, pk):
    """Put a paper off to another meeting."""
    paper = paper_of(request, slug, pk)
    require(request.user, "proposals.defer_paper", paper)
    form = DeferForm(request.POST or None, paper=paper)
    if done(form, actions.defer_paper, paper, by=request.user):
        messages.success(request, "The paper is put off.")
        return redirect(paper.url_to("write_paper") if paper.state in STILL_WRITTEN else paper)
    page = {"paper": paper, "proposal": paper.proposal, "form": form}
    return render(request, "proposals/defer_paper.html", page)


@require_safe
def paper_version_file(request, slug, pk, version):
    """The PDF of a paper as it was submitted, for those who may read that version."""
    versions = PaperVersion.objects.visible_to(request.user).select_related("document")
    paper = paper_of(request, slug, pk)
    found = get_object_or_404(versions, paper=paper, number=version)
    if found.document is None:
        raise Http404
    return download(found.document)
