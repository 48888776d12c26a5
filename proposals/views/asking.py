"""What papers are asked, as the secretariat keeps it: the outline, and what the terms need."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from committee.authority import require
from committee.forms.acting import done
from committee.models import TermsOfReference
from proposals import actions
from proposals.forms.asking import OutlineForm, RequirementsForm
from proposals.models import PaperOutline, Stage


def outlines(request):
    """Every version of the sections in which papers are written."""
    require(request.user, "proposals.revise_outline", None)
    page = {
        "versions": PaperOutline.objects.prefetch_related("sections").annotate(
            number=Count("papers")
        ),
        "in_use": PaperOutline.objects.on(),
    }
    return render(request, "proposals/outlines.html", page)


def revise_outline(request):
    """Ask papers something else, from a day on."""
    require(request.user, "proposals.revise_outline", None)
    form = OutlineForm(request.POST or None, last=PaperOutline.objects.first())
    if done(form, actions.revise_outline, by=request.user):
        messages.success(request, f"Version {form.result.version} is there.")
        return redirect("proposals:outlines")
    return render(request, "proposals/revise_outline.html", {"form": form})


def requirements(request, version):
    """What one version of the terms asks of papers, stage by stage."""
    terms = _terms(request, version)
    rows = terms.requirements.values("stage").order_by("stage")
    counted = rows.annotate(
        must=Count("pk", filter=Q(is_blocking=True)), may=Count("pk", filter=Q(is_blocking=False))
    )
    by_stage = {row["stage"]: row for row in counted}
    stages = [(stage, by_stage.get(stage.value)) for stage in Stage]
    page = {"terms": terms, "stages": stages}
    return render(request, "proposals/requirements.html", page)


def set_requirements(request, version, stage):
    """Say what papers of one stage need."""
    terms = _terms(request, version)
    if stage not in Stage.values:
        raise Http404
    now = {
        one.evidence or one.section: "stop" if one.is_blocking else "warn"
        for one in terms.requirements.filter(stage=stage)
    }
    outline = PaperOutline.objects.on() or PaperOutline.objects.first()
    form = RequirementsForm(request.POST or None, initial=now, outline=outline)
    if request.POST and form.is_valid():
        said = form.act_arguments | {"stage": stage}
        actions.set_requirements(terms, by=request.user, **said)
        messages.success(request, f"{Stage(stage).label}: what papers need is saved.")
        return redirect("proposals:requirements", version)
    page = {"terms": terms, "stage": Stage(stage), "form": form}
    return render(request, "proposals/set_requirements.html", page)


def _terms(request, version) -> TermsOfReference:
    require(request.user, "proposals.set_requirements", None)
    return get_object_or_404(TermsOfReference, version=version)
