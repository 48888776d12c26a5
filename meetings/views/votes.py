"""Votes as the secretariat and the chair conduct them, and their results."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committee.authority import require, why_not
from committee.forms.acting import done
from meetings import actions
from meetings.ballots import why_no_casting_vote
from meetings.business import business_of, how_far, roll_call
from meetings.forms.outcomes import OutcomeForm, RevisedOutcomeForm
from meetings.forms.votes import HandsForm, OpenVoteForm, ReasonForm, ResultForm, UnanimityForm
from meetings.models import Vote
from meetings.presence import who_may_chair
from meetings.secrecy import COMMITTEE, in_words, reasons, shows_who_waits, told
from meetings.views.found import committee_meeting, decision_of, item_of, vote_of


def votes(request, slug):
    """All that a meeting has to decide: what is open, counted, decided and advised."""
    meeting = committee_meeting(request, slug)
    page = {"meeting": meeting, "business": business_of(meeting)}
    return render(request, "meetings/votes.html", page)


def vote(request, slug, pk):
    """One vote: before the close who has not voted (for the secretariat), after it the count."""
    meeting, found = vote_of(request, slug, pk)
    return _vote_page(request, meeting, found)


def _vote_page(request, meeting, vote: Vote, form=None):
    page = {
        "meeting": meeting,
        "vote": vote,
        "papers": vote.papers.select_related("proposal"),
        "others": vote.item.votes.exclude(pk=vote.pk),
        "own": vote.ballots.filter(member=request.user).select_related("choice").first(),
    }
    if vote.is_open:
        page |= how_far(vote)
        page["may_cast"] = why_not(request.user, "meetings.cast_ballot", vote) is None
        if request.user.is_secretariat and shows_who_waits(vote):
            page["voters"] = roll_call(vote)
    else:
        page["told"] = told(vote, to=COMMITTEE)
        page["reasons"] = reasons(vote)
        page["seen"] = in_words(vote.terms)
    if vote.is_closed:
        page["finding"] = vote.finding()
        if not vote.decision_id and not why_not(request.user, "meetings.record_outcome", vote):
            action = reverse("meetings:record_outcome", args=[meeting.slug, vote.pk])
            page["form"] = form or OutcomeForm(vote=vote, action=action)
            page["chairs"] = _asked_who_chaired(request.user, vote, page["finding"])
    return render(request, "meetings/vote.html", page)


def _asked_who_chaired(reader, vote: Vote, finding) -> list:
    """Those who may have chaired the item, if a casting vote waits for whoever did."""
    if not finding.casting or not why_no_casting_vote(vote):
        return []
    if vote.roll is None or why_not(reader, "meetings.chair_item", vote.item):
        return []
    seats = who_may_chair(vote.item).filter(person__in=vote.roll["eligible"])
    return [seat.person for seat in seats.select_related("person")]


def _after(request, vote: Vote):
    """Back to the room, if that is where the button was pressed; else to the vote."""
    if request.POST.get("back") == "room":
        return redirect("meetings:room", vote.meeting.slug)
    return redirect(vote)


def open_vote(request, slug, pk):
    """Put the question."""
    meeting, item = item_of(request, slug, pk)
    require(request.user, "meetings.open_vote", item)
    form = OpenVoteForm(request.POST or None, item=item)
    if done(form, actions.open_vote, item, by=request.user):
        messages.success(request, "The vote is open.")
        return _after(request, form.result)
    page = {"meeting": meeting, "item": item, "form": form, "title": "Open a vote"}
    return render(request, "meetings/open_vote.html", page)


def record_result(request, slug, pk):
    """Record what came of papers without a vote."""
    meeting, item = item_of(request, slug, pk)
    require(request.user, "meetings.record_result", item)
    form = ResultForm(request.POST or None, item=item)
    if done(form, actions.record_result, item, by=request.user):
        messages.success(request, "The result is recorded.")
        return redirect("meetings:votes", slug)
    page = {"meeting": meeting, "item": item, "form": form, "title": "No vote on these papers"}
    return render(request, "meetings/record_result.html", page)


@require_POST
def close_vote(request, slug, pk):
    """End the ballot and count it."""
    _, found = vote_of(request, slug, pk)
    actions.close_vote(found, by=request.user)
    messages.success(request, "The vote is closed and counted.")
    return _after(request, found)


def void_vote(request, slug, pk):
    """Declare a vote void."""
    meeting, found = vote_of(request, slug, pk)
    require(request.user, "meetings.void_vote", found)
    form = ReasonForm(request.POST or None, label="Declare this vote void")
    if done(form, actions.void_vote, found, by=request.user):
        messages.success(request, "The vote is void. It can be run again.")
        return redirect("meetings:votes", slug)
    return render(
        request, "meetings/void_vote.html", {"meeting": meeting, "vote": found, "form": form}
    )


def record_show_of_hands(request, slug, pk):
    """Write down a show of hands."""
    meeting, found = vote_of(request, slug, pk)
    require(request.user, "meetings.record_show_of_hands", found)
    form = HandsForm(request.POST or None, vote=found)
    if done(form, actions.record_show_of_hands, found, by=request.user):
        messages.success(request, "The show of hands is recorded and the vote closed.")
        return _after(request, found)
    page = {"meeting": meeting, "vote": found, "form": form, "title": "Show of hands"}
    return render(request, "meetings/record_show_of_hands.html", page)


def record_unanimity(request, slug, pk):
    """Write down that all agreed."""
    meeting, found = vote_of(request, slug, pk)
    require(request.user, "meetings.record_unanimity", found)
    form = UnanimityForm(request.POST or None, vote=found)
    if done(form, actions.record_unanimity, found, by=request.user):
        messages.success(request, "Unanimity is recorded and the vote closed.")
        return _after(request, found)
    page = {"meeting": meeting, "vote": found, "form": form, "title": "Unanimous, without a count"}
    return render(request, "meetings/record_unanimity.html", page)


def record_outcome(request, slug, pk):
    """Put the outcome on record."""
    meeting, found = vote_of(request, slug, pk)
    if request.method != "POST" or not found.is_closed:
        return redirect(found)
    form = OutcomeForm(request.POST, vote=found, action=request.path)
    if done(form, actions.record_outcome, found, by=request.user):
        messages.success(request, "The outcome is recorded.")
        return redirect("meetings:advice", slug, form.result.advice_id)
    return _vote_page(request, meeting, found, form)


def revise_outcome(request, slug, pk):
    """Mend the words of an outcome on record."""
    meeting, decision = decision_of(request, slug, pk)
    require(request.user, "meetings.revise_outcome", decision)
    form = RevisedOutcomeForm(request.POST or None, decision=decision)
    if done(form, actions.revise_outcome, decision, by=request.user):
        messages.success(request, "The outcome is described anew.")
        return redirect(getattr(decision, "vote", None) or reverse("meetings:votes", args=[slug]))
    page = {"meeting": meeting, "decision": decision, "form": form, "title": "Describe an outcome"}
    return render(request, "meetings/revise_outcome.html", page)


def withdraw_outcome(request, slug, pk):
    """Take an outcome off the record that was entered wrongly."""
    meeting, decision = decision_of(request, slug, pk)
    require(request.user, "meetings.withdraw_outcome", decision)
    form = ReasonForm(request.POST or None, label="Withdraw this outcome")
    if done(form, actions.withdraw_outcome, decision, by=request.user):
        messages.success(request, "The outcome is withdrawn: its papers are undecided again.")
        return redirect("meetings:votes", slug)
    page = {"meeting": meeting, "decision": decision, "form": form}
    return render(request, "meetings/withdraw_outcome.html", page)
