"""What is frozen when a vote closes: who was there, and what was cast."""

from collections import Counter

from committee.models import VOTING_ROLES, Person
from meetings.models import Vote
from meetings.tally import ABSTAIN


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
