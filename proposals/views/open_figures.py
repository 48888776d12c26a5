"""Figures for everybody, made of what is published."""

from django.http import Http404
from django.shortcuts import render

from committee.csv_file import csv_response
from committee.public import public_page
from proposals import open_figures as figures


@public_page()
def open_figures(request):
    """Every open figure, as bars and as a table."""
    return render(request, "proposals/open_figures.html", {"figures": figures.open_figures()})


@public_page()
def open_figure_file(_request, figure):
    """One of them as CSV."""
    if figure not in figures.FIGURES:
        raise Http404
    return csv_response(figure, figures.open_figure(figure).as_rows)
