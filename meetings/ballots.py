"""The ballot box: one ballot a member, changed until the close, counted then."""

import datetime as dt
from collections import Counter

from django.utils import timezone

from committee.models import VOTING_ROLES, OutcomeOption, Person
from committee.refusals import Refused
from meetings.models import Ballot, Vote
from meetings.tally import ABSTAIN


def option_of(vote: Vote, choice: str) -> OutcomeOption | None:
    """The outcome that ``choice`` names under the vote's terms; None for "abstain"."""
    if choice == ABSTAIN:
        return None
    if option := vote.terms.options.filter(letter=choice).first():
        return option
    raise Refused(f"“{choice}” is not an outcome of the {str(vote.terms).lower()}.")


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
        "reason": reason,
        "recorded_by": recorded_by,
        "cast_at": at or timezone.now(),
    }
    ballot = Ballot(vote=vote, member=member, **said)
    if Ballot.objects.filter(vote=vote, member=member).update(**said):
        return ballot, False
    ballot.save(force_insert=True)
    return ballot, True


def in_the_room(vote: Vote) -> dict[str, int]:
    """How many hold office, are present, and could vote: whoever voted and left counts too."""
    present = set(vote.voters().values_list("pk", flat=True))
    voted = set(vote.ballots.values_list("member", flat=True))
    day = vote.meeting.on or vote.opened_at.date()
    appointed = Person.objects.holding(*VOTING_ROLES, on=day).count()
    return {"present": len(present), "eligible": len(present | voted), "appointed": appointed}


def of_ballots(vote: Vote) -> dict[str, int]:
    """The ballots by letter, abstentions under "abstain"."""
    letters = vote.ballots.values_list("choice__letter", flat=True)
    return dict(sorted(Counter(letter or ABSTAIN for letter in letters).items()))
