"""The open edition of the ledger: the same rows and states, without buttons and names."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from committee.models import Organisation
from committee.public import public_page
from proposals.forms.open_ledger import OpenLedgerForm
from proposals.models import Proposal, PublishedRecommendation
from proposals.public_ledger import open_rows

A_PAGE = 50


@public_page()
def recommendations(request):
    """Every point that stands in published minutes, newest first."""
    proposals = Proposal.objects.published().filter(papers__published_recommendations__isnull=False)
    bodies = Organisation.objects.filter(proposals__in=proposals.order_by().values("pk"))
    form = OpenLedgerForm(
        request.GET or None, bodies=bodies.distinct(), proposals=proposals.distinct()
    )
    form.is_valid()
    found = form.narrow(PublishedRecommendation.objects.all())
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    page.rows = open_rows(page.object_list)
    return render(request, "proposals/recommendations.html", {"form": form, "page": page})


@public_page()
def recommendation(request, label):
    """One point with what published minutes made of it."""
    kind, _, number = label.partition("-")
    if not number.isdecimal():
        raise Http404
    said = get_object_or_404(PublishedRecommendation, kind=kind, number=int(number))
    return render(request, "proposals/recommendation.html", {"row": open_rows([said])[0]})
