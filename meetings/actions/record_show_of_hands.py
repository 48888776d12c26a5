import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.ballots import counted, numbers_of, option_of
from meetings.models import Vote, VoteMethod


@act
def record_show_of_hands(
    vote: Vote, *, by: Person, counts: dict[str, int], at: dt.datetime | None = None
) -> Vote:
    """Write down how many hands were raised for each outcome ("abstain" too); closes the vote."""
    require(by, "meetings.record_show_of_hands", vote)
    at, room = at or timezone.now(), numbers_of(vote)
    count = {letter: hands for letter, hands in sorted(counts.items()) if hands}
    for letter in count:
        option_of(vote, letter)
    if vote.ballots.exists():
        raise Refused("Ballots have been cast: close the vote to count them, or void it.")
    if sum(count.values()) > room["eligible"]:
        raise Refused(f"{sum(count.values())} hands were entered, and {room['eligible']} may vote.")
    method, numbers = VoteMethod.SHOW_OF_HANDS, counted(count, room)
    move(vote, "record_show_of_hands", closed_at=at, closed_by=by, method=method, **numbers)
    record("meetings.record_show_of_hands", vote, by=by, at=at, **numbers)
    return vote
