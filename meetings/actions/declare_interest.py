import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import AgendaItem, Interest, Meeting
from meetings.moving import note_quorum
from meetings.packs import order_missing
from meetings.recusal import facts_of, put_interest, take_out_ballots
from proposals.models import Paper


@act
def declare_interest(
    meeting: Meeting,
    *,
    by: Person,
    nature: str,
    item: AgendaItem | None = None,
    paper: Paper | None = None,
    at: dt.datetime | None = None,
) -> Interest:
    """Declare an interest of one's own in an item or a paper; what the terms say follows at once.

    A ballot already cast in a vote that is still open is taken out. The record says so, and
    never what it said.
    """
    meeting.refresh_from_db()
    require(by, "meetings.declare_interest", meeting)
    interest = put_interest(meeting, by, nature=nature, item=item, paper=paper, by=by, at=at)
    out = take_out_ballots(meeting)
    facts = facts_of(interest) | {"ballots_out": out} | note_quorum(meeting, at=at)
    facts |= order_missing(interest.member)
    record("meetings.declare_interest", interest, by=by, at=at, **facts)
    return interest
