"""Declaring an interest, and what it takes with it: the ballot that was already cast."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from committee.models import VOTING_ROLES, InterestEffect, Person, Role, TermsOfReference
from committee.refusals import Refused
from meetings.models import AgendaItem, Ballot, Interest, Meeting
from meetings.states import MeetingState
from proposals.models import Paper
from proposals.states import PaperState

DECLARED_IN = {MeetingState.CALLED, MeetingState.UNDER_WAY}
STRICTER = [InterestEffect.NOTE, InterestEffect.SPEAK, InterestEffect.LEAVE]  # from left to right


def who_declare(meeting: Meeting):
    """Those whose interests matter: who votes on the day of ``meeting``, and who advises."""
    return Person.objects.holding(*VOTING_ROLES, Role.ADVISER, on=meeting.on)


def papers_to_declare(meeting: Meeting):
    """The papers of ``meeting``, and those submitted that may still come to its agenda."""
    here = Q(meeting_papers__meeting=meeting) | Q(item_papers__item__meeting=meeting)
    return Paper.objects.filter(here | Q(state=PaperState.ACCEPTED)).distinct()


def terms_of(meeting: Meeting) -> TermsOfReference | None:
    """The terms in force for ``meeting``."""
    return meeting.terms or TermsOfReference.objects.for_meeting_on(meeting.on)


def put_interest(
    meeting: Meeting,
    member: Person,
    *,
    nature: str,
    item: AgendaItem | None,
    paper: Paper | None,
    by: Person,
    at: dt.datetime | None,
) -> Interest:
    """Write down what ``member`` declared, and what the terms say follows. Called in an act."""
    _check(meeting, member, nature, item, paper)
    terms = terms_of(meeting)
    rule = terms.interest_effect if terms else None
    if hasattr(member, "_closed"):  # what meetings/interests.py found before
        del member._closed
    return Interest.objects.create(
        meeting=meeting,
        member=member,
        item=item,
        paper=paper,
        nature=nature.strip(),
        effect=rule or InterestEffect.NOTE,
        terms=terms if rule else None,
        declared_at=at or timezone.now(),
        recorded_by=by,
    )


def take_out_ballots(meeting: Meeting) -> list[int]:
    """Take the ballots of those recused out of the open votes of ``meeting``; which votes had any.

    What was cast in a vote that is closed stays: nothing after the close changes.
    """
    out = [
        Ballot.objects.filter(vote=vote, member__in=vote.barred())
        for vote in meeting.votes.open().select_related("item", "meeting")
    ]
    return [ballot.vote_id for ballots in out for ballot in list(ballots) if ballot.delete()]


def facts_of(interest: Interest) -> dict:
    """What the record says of an interest: in what, and what follows; never what it is."""
    about = {"item": interest.item_id} if interest.item_id else {"paper": interest.paper_id}
    return about | {"member": str(interest.member), "effect": interest.effect}


def _check(meeting, member, nature, item, paper):
    if (item is None) == (paper is None):
        raise Refused("Choose the item or the paper that the interest is in.")
    if not nature.strip():
        raise Refused("Say what the interest is.")
    if item and item.meeting_id != meeting.pk:
        raise Refused("That item belongs to another meeting.")
    if paper and not papers_to_declare(meeting).filter(pk=paper.pk).exists():
        raise Refused("That paper is not before the committee.")
    if not who_declare(meeting).filter(pk=member.pk).exists():
        raise Refused(f"{member} is neither a voting member nor an adviser on the day.")
    known = Interest.objects.standing().filter(meeting=meeting, member=member)
    if known.filter(item=item, paper=paper).exists():
        raise Refused("This interest is declared already.")
