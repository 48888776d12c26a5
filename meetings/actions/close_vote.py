import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.ballots import counted, numbers_of, of_ballots
from meetings.models import Vote


@act
def close_vote(vote: Vote, *, by: Person, at: dt.datetime | None = None) -> Vote:
    """End the ballot and count it, once. From now on the database refuses every other ballot."""
    require(by, "meetings.close_vote", vote)
    at, room = at or timezone.now(), numbers_of(vote)
    numbers = counted(of_ballots(vote, room["roll"]["eligible"]), room)
    move(vote, "close_vote", closed_at=at, closed_by=by, **numbers)
    record("meetings.close_vote", vote, by=by, at=at, **numbers)
    return vote
