import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.ballots import put_ballot
from meetings.models import Ballot, Vote


@act
def take_ballot(
    vote: Vote,
    member: Person,
    *,
    by: Person,
    choice: str,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Ballot:
    """Record the ballot that a member present says aloud. Nobody changes one cast by oneself."""
    vote = vote.fresh()
    require(by, "meetings.take_ballot", vote)
    if not vote.may_be_cast_by(member):
        raise Refused(f"{member} is not a voting member who is present.")
    if vote.ballots.filter(member=member, recorded_by=member).exists():
        raise Refused(f"{member} has cast a ballot, which only {member} can change.")
    ballot, is_new = put_ballot(vote, member, choice=choice, reason=reason, recorded_by=by, at=at)
    facts = {"of": member.pk, "member": str(member), "changed": not is_new}
    record("meetings.take_ballot", vote, by=by, at=at, **facts)
    return ballot
