import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Vote


@act
def void_vote(vote: Vote, *, by: Person, reason: str, at: dt.datetime | None = None) -> Vote:
    """Declare a vote void, saying why; its ballots stay on record and it can be run again."""
    vote.refresh_from_db()
    require(by, "meetings.void_vote", vote)
    if not reason.strip():
        raise Refused("Say why the vote is void.")
    move(vote, "void_vote", void_reason=reason)
    record("meetings.void_vote", vote, by=by, at=at, reason=reason)
    return vote
