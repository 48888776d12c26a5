"""The ballot box: one ballot a member, changed until the close, counted then."""

import datetime as dt
from collections import Counter

from django.utils import timezone

from committee.models import BallotReason, OutcomeOption, Person
from committee.refusals import Refused
from meetings.models import Ballot, Vote
from meetings.tally import ABSTAIN

NO_REASON = "Give a reason: the terms of reference ask for one with each ballot."


def option_of(vote: Vote, choice: str) -> OutcomeOption | None:
    """The outcome that ``choice`` names under the vote's terms; None for "abstain"."""
    if choice == ABSTAIN:
        return None
    for option in vote.terms.options.filter(letter=choice).order_by():
        return option
    raise Refused(f"“{choice}” is not an outcome of the {str(vote.terms).lower()}.")


def reason_under(terms, reason: str) -> str:
    """The reason of a ballot as far as ``terms`` ask for one."""
    if terms.ballot_reason == BallotReason.NONE:
        return ""
    if terms.ballot_reason == BallotReason.REQUIRED and not reason.strip():
        raise Refused(NO_REASON)
    return reason


def put_ballot(
    vote: Vote,
    member: Person,
    *,
    choice: str,
    reason: str,
    recorded_by: Person,
    at: dt.datetime | None,
) -> tuple[Ballot, bool]:
    """Write ``member``'s one ballot, and whether it is their first. Called inside an act."""
    said = {
        "choice": option_of(vote, choice),
        "reason": reason_under(vote.terms, reason),
        "recorded_by": recorded_by,
        "cast_at": at or timezone.now(),
    }
    ballot = Ballot(vote=vote, member=member, **said)
    if Ballot.objects.filter(vote=vote, member=member).update(**said):
        return ballot, False
    ballot.save(force_insert=True)
    return ballot, True


def numbers_of(vote: Vote) -> dict:
    """Who could vote at this moment, kept apart: in numbers, and by key for the record.

    Whoever voted and then left was there; whoever is recused is not counted, ballot or not.
    """
    office, barred = _keys(vote.in_office(), "pk"), _keys(vote.barred(), "member")
    there = office
    if not vote.is_by_correspondence:
        there = office & (_keys(vote.in_the_room(), "person") | _keys(vote.ballots, "member"))
    roll = {"eligible": there - barred, "recused": there & barred, "absent": office - there}
    numbers = {name: len(keys) for name, keys in roll.items()}
    if vote.is_by_correspondence:
        numbers["absent"] = None  # there was no room to be absent from
    return numbers | {
        "appointed": len(office),
        "present": None if vote.is_by_correspondence else len(there),
        "roll": {name: sorted(keys) for name, keys in roll.items()},
    }


def counted(count: dict[str, int], numbers: dict) -> dict:
    """``count`` and what it comes to: votes for an outcome, abstentions, ballots not cast."""
    abstained = count.get(ABSTAIN, 0)
    cast = sum(count.values())
    votes = {"voted": cast - abstained, "abstained": abstained}
    return numbers | votes | {"not_cast": numbers["eligible"] - cast, "count": count}


def of_ballots(vote: Vote, voters: list[int]) -> dict[str, int]:
    """The ballots of ``voters`` by letter, abstentions under "abstain"."""
    letters = vote.ballots.filter(member__in=voters).values_list("choice__letter", flat=True)
    return dict(sorted(Counter(letter or ABSTAIN for letter in letters).items()))


def why_no_casting_vote(vote: Vote) -> str | None:
    """Why whoever chairs the item does not break a tie: they are not known, or had no vote.

    A vote that was counted before the roll was kept asks nothing more.
    """
    chair, roll = vote.chair, vote.roll
    if chair is None:
        return "The chair has a casting vote: mark in the attendance who chairs."
    if roll is None or chair.pk in roll["eligible"]:
        return None
    if chair.pk in roll["recused"]:
        return f"{chair} chairs and is recused: somebody else has to chair this item."
    return f"{chair} is noted as chair and could not vote on this. Note first who chaired the item."


def _keys(rows, field: str) -> set[int]:
    return set(rows.values_list(field, flat=True))
