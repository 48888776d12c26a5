"""The open register of proposals, and one proposal with its whole history."""

from django.core.paginator import Paginator
from django.db.models import F, OuterRef, Prefetch, Subquery
from django.shortcuts import get_object_or_404, redirect, render

from committee.models import Organisation
from committee.public import public_page
from proposals.forms.register import RegisterForm
from proposals.history import of_proposal
from proposals.models import (
    CaseFile,
    FormerSlug,
    Proposal,
    ProposalAlias,
    PublishedOutcome,
    normalised,
    with_latest_outcome,
)

A_PAGE = 25
PUBLIC_NAMES = Prefetch("aliases", ProposalAlias.objects.filter(is_public=True), "public_names")


@public_page()
def proposals(request):
    """Every proposal that stands in published minutes, the latest seen first."""
    bodies = Organisation.objects.filter(proposals__is_public=True).distinct()
    form = RegisterForm(request.GET or None, bodies=bodies.values_list("pk", "name"))
    form.is_valid()
    found = form.narrow(with_latest_outcome(Proposal.objects.published()))
    found = found.order_by(F("latest_on").desc(nulls_last=True), "title", "pk")
    found = found.select_related("submitting_body").prefetch_related(PUBLIC_NAMES)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    latest = PublishedOutcome.objects.in_bulk([row.latest_id for row in page])
    for row in page:
        row.latest, row.other_names = latest.get(row.latest_id), _other_names(row)
    return render(request, "proposals/proposals.html", {"form": form, "page": page})


@public_page()
def proposal(request, slug):
    """One proposal: what it is, and what each meeting said of it."""
    rows = Proposal.objects.published().select_related("submitting_body")
    made = CaseFile.objects.published().filter(proposal=OuterRef("pk"))
    rows = rows.annotate(
        case_file_size=Subquery(made.values("size")[:1]),
        case_file_on=Subquery(made.values("ordered_at")[:1]),
    )
    found = rows.prefetch_related(PUBLIC_NAMES).filter(slug=slug).first()
    if found is None:
        former = get_object_or_404(FormerSlug, slug=slug, proposal__is_public=True)
        return redirect(former.proposal, permanent=True)
    steps = of_proposal(found)
    found.other_names = _other_names(found)
    page = {"proposal": found, "steps": steps, "latest": steps[0] if steps else None}
    return render(request, "proposals/proposal.html", page)


def _other_names(proposal) -> list[ProposalAlias]:
    """Its public names but for its title, which is kept as a name too."""
    title = normalised(proposal.title)
    return [alias for alias in proposal.public_names if alias.normalised != title]
