"""Figures: what the record adds up to, for the committee and for each body its own."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from committee.csv_file import csv_response
from committee.models import Role
from proposals.figures import FIGURES, figures_for


@require_safe
def figures(request):
    """Every figure, as bars and as a table."""
    _only_for_readers(request.user)
    page = {"figures": figures_for(request.user), "whole": request.user.sits_with_committee}
    return render(request, "proposals/figures.html", page)


@require_safe
def figure_file(request, figure):
    """One figure as CSV."""
    _only_for_readers(request.user)
    if figure not in FIGURES:
        raise Http404
    return csv_response(figure, FIGURES[figure](request.user).as_rows)


def _only_for_readers(person) -> None:
    """The committee, and those who submit papers: others have nothing to count."""
    if not (person.sits_with_committee or person.holds(Role.PRESENTER)):
        raise Http404
