"""The ledger for those who sign in: what was asked, what was answered, what is still open."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from committee.authority import require
from committee.forms.acting import done
from committee.models import Organisation
from proposals import actions
from proposals.forms.ledger import AnswerForm, ReviseRecommendationForm
from proposals.forms.ledger_filter import LedgerForm
from proposals.known import known_to
from proposals.ledger_rows import lines_on, row_of, rows_for
from proposals.models import Answer, Paper, Proposal, Recommendation

A_PAGE = 50


def ledger(request):
    """Every point the reader may see, newest first, as they filter it."""
    reader = request.user
    found = Recommendation.objects.visible_to(reader)
    proposals = Proposal.objects.visible_to(reader).filter(
        papers__recommendations__in=found.order_by().values("pk")
    )
    bodies = Organisation.objects.filter(proposals__in=proposals).distinct()
    form = LedgerForm(request.GET or None, bodies=bodies, proposals=proposals.distinct())
    form.is_valid()
    found = known_to(Recommendation.objects.filter(pk__in=found.order_by().values("pk")), reader)
    page = Paginator(form.narrow(found), A_PAGE).get_page(request.GET.get("page"))
    page.rows = rows_for(page.object_list, reader)
    return render(request, "proposals/ledger.html", {"form": form, "page": page})


def ledger_row(request, label):
    """One point with its whole history."""
    found = _recommendation(request, label)
    page = {"recommendation": found, "row": row_of(found, request.user)}
    page["lines"] = lines_on(found, request.user)
    return render(request, "proposals/ledger_row.html", page)


def answer_recommendation(request, label):
    """Say what came of a point: in the paper that is named, or on its own."""
    found = _recommendation(request, label)
    require(request.user, "proposals.answer_recommendation", found)
    papers = Paper.objects.visible_to(request.user)
    papers = papers.filter(proposal__in=found.papers.values("proposal"))
    papers = papers.select_related("proposal")
    named = request.GET.get("paper", "")
    paper = get_object_or_404(papers, pk=named) if named.isdecimal() else None
    draft = Answer.objects.filter(recommendation=found, paper=paper).first() if paper else None
    initial = {name: getattr(draft, name) for name in ("extent", "text", "file")} if draft else None
    form = AnswerForm(request.POST or None, papers=papers, paper=paper, initial=initial)
    if done(form, partial(actions.answer_recommendation, paper=paper), found, by=request.user):
        messages.success(request, "The answer is drafted." if paper else "The answer is given.")
        return redirect(f"{paper.url_to('write_paper')}#asked" if paper else found)
    page = {"recommendation": found, "paper": paper, "form": form}
    page["row"] = row_of(found, request.user)
    return render(request, "proposals/answer_recommendation.html", page)


def revise_recommendation(request, label):
    """Change to whom a point is put and by when."""
    found = _recommendation(request, label)
    require(request.user, "proposals.revise_recommendation", found)
    names = ReviseRecommendationForm.base_fields
    initial = {name: getattr(found, name) for name in names}
    form = ReviseRecommendationForm(request.POST or None, initial=initial)
    if done(form, actions.revise_recommendation, found, by=request.user):
        messages.success(request, f"{found} is saved.")
        return redirect(found)
    page = {"recommendation": found, "form": form}
    return render(request, "proposals/revise_recommendation.html", page)


def _recommendation(request, label) -> Recommendation:
    rows = Recommendation.objects.visible_to(request.user).labelled(label)
    return get_object_or_404(rows.select_related("line__advice", "replaced_by"))
