"""The record of every act, for the secretariat to read."""

from django.core.paginator import Paginator
from django.shortcuts import render

from committee.authority import require
from committee.closed import open_to
from committee.forms.history import HistoryFilterForm
from committee.models import Event


def history(request):
    require(request.user, "committee.manage", None)
    form = HistoryFilterForm(request.GET)
    events = form.chosen(open_to(Event.objects.order_by("-number"), request.user))
    page = Paginator(events, 50).get_page(request.GET.get("page"))
    return render(request, "committee/history.html", {"form": form, "page": page})
