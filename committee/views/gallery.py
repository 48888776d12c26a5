"""Every part of a page in every state, for those who build it (DEBUG only)."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from committee.forms.gallery import GalleryForm
from committee.models import OutcomeOption
from committee.refusals import NotPermitted, Refused
from committee.states import DocumentState


def style(request):
    """The gallery of parts."""
    if not settings.DEBUG:
        raise Http404
    page = {
        "options": OutcomeOption.objects.all()[:5],
        "results": ["Committee not asked to advise", "No outcome recorded", "Deferred"],
        "documents": [
            {"title": f"Minutes, {label.lower()}", "state": state}
            for state, label in DocumentState.choices
        ],
        "notices": ["success", "info", "warning", "error"],
        "refusals": [Refused("This vote is closed."), NotPermitted("Only the chair may do this.")],
        "page": Paginator(range(60), 25).get_page(2),
        "empty_form": GalleryForm(prefix="empty"),
        "wrong_form": GalleryForm({}, prefix="wrong"),
    }
    return render(request, "committee/style.html", page)
