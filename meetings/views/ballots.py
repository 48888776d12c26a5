"""Casting one's ballot, and taking a ballot that a member says aloud."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from committee.authority import require, why_not
from committee.forms.acting import done
from committee.models import BallotReason
from meetings import actions
from meetings.business import how_far
from meetings.forms.votes import BallotForm
from meetings.models import Vote
from meetings.secrecy import who_reads_reasons
from meetings.tally import ABSTAIN
from meetings.views.found import ballot_paper, vote_of


def cast_ballot(request, slug, pk):
    """The ballot of whoever is signed in: choose and cast, change it until the close."""
    vote = ballot_paper(request, slug, pk)
    if request.method == "POST":
        form = BallotForm(request.POST, vote=vote)
        if done(form, actions.cast_ballot, vote, by=request.user):
            return redirect("meetings:cast_ballot", slug, pk)
    elif not vote.is_open:
        return redirect(vote)
    ballot = vote.ballots.filter(member=request.user).select_related("choice").first()
    if request.method != "POST":
        form = BallotForm(None, vote=vote, initial=_as_cast(ballot))
    page = {
        "meeting": vote.meeting,
        "vote": vote,
        "papers": vote.papers.select_related("proposal"),
        "options": vote.terms.options.order_by("letter"),
        "asks_reason": vote.terms.ballot_reason or BallotReason.OPTIONAL,
        "read_by": who_reads_reasons(vote.terms),
        **how_far(vote),
        "ballot": ballot,
        "form": form,
        "reason": why_not(request.user, "meetings.cast_ballot", vote),
    }
    return render(request, "meetings/cast_ballot.html", page)


def ballots_in(request, slug, pk):
    """How many ballots are in, for the page of a ballot to ask again; nothing else of it."""
    vote = ballot_paper(request, slug, pk)
    page = {"meeting": vote.meeting, "vote": vote, **how_far(vote)}
    return render(request, "meetings/_ballots_in.html", page)


def take_ballot(request, slug, pk, member):
    """Record what one member says; then comes the next who has not voted."""
    meeting, vote = vote_of(request, slug, pk)
    require(request.user, "meetings.take_ballot", vote)
    voter = get_object_or_404(vote.voters(), pk=member)
    form = BallotForm(request.POST or None, vote=vote)
    if done(form, actions.take_ballot, vote, voter, by=request.user):
        messages.success(request, f"The ballot of {voter} is taken.")
        return redirect(_next(vote))
    page = {
        "meeting": meeting,
        "vote": vote,
        "voter": voter,
        "papers": vote.papers.select_related("proposal"),
        "asks_reason": vote.terms.ballot_reason or BallotReason.OPTIONAL,
        "awaited": vote.awaited(),
        "form": form,
    }
    return render(request, "meetings/take_ballot.html", page)


def _next(vote: Vote):
    """Where the roll call goes on: the next member who has not voted, or back to the vote."""
    if voter := vote.awaited().first():
        return vote.take_url(voter)
    return vote


def _as_cast(ballot) -> dict:
    if ballot is None:
        return {}
    choice = ballot.choice.letter if ballot.choice else ABSTAIN
    return {"choice": choice, "reason": ballot.reason}
