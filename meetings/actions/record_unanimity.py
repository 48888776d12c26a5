import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.ballots import numbers_of, option_of
from meetings.models import Vote, VoteMethod
from meetings.tally import ABSTAIN


@act
def record_unanimity(vote: Vote, *, by: Person, letter: str, at: dt.datetime | None = None) -> Vote:
    """Write down that all agreed on one outcome and nobody counted; closes the vote."""
    require(by, "meetings.record_unanimity", vote)
    at, room = at or timezone.now(), numbers_of(vote)
    if letter == ABSTAIN or not option_of(vote, letter):
        raise Refused("Unanimity is for an outcome: choose one.")
    if vote.ballots.exists():
        raise Refused("Ballots have been cast: close the vote to count them, or void it.")
    count = {letter: None}  # agreed, not counted
    method = VoteMethod.UNANIMITY
    move(vote, "record_unanimity", closed_at=at, closed_by=by, method=method, count=count, **room)
    record("meetings.record_unanimity", vote, by=by, at=at, letter=letter, **room)
    return vote
