import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.ballots import put_ballot
from meetings.models import Ballot, Vote


@act
def cast_ballot(
    vote: Vote, *, by: Person, choice: str, reason: str = "", at: dt.datetime | None = None
) -> Ballot:
    """Cast one's ballot, or change it; ``choice`` is a letter of the terms or "abstain".

    The record says that a ballot was cast, never what it says.
    """
    vote = vote.fresh()
    require(by, "meetings.cast_ballot", vote)
    ballot, is_new = put_ballot(vote, by, choice=choice, reason=reason, recorded_by=by, at=at)
    record("meetings.cast_ballot", vote, by=by, at=at, changed=not is_new)
    return ballot
