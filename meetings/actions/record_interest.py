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
def record_interest(
    meeting: Meeting,
    member: Person,
    *,
    by: Person,
    nature: str,
    item: AgendaItem | None = None,
    paper: Paper | None = None,
    at: dt.datetime | None = None,
) -> Interest:
    """Write down an interest that ``member`` declares aloud. It has the effect of their own."""
    meeting.refresh_from_db()
    require(by, "meetings.record_interest", meeting)
    interest = put_interest(meeting, member, nature=nature, item=item, paper=paper, by=by, at=at)
    out = take_out_ballots(meeting)
    facts = facts_of(interest) | {"ballots_out": out} | note_quorum(meeting, at=at)
    facts |= order_missing(interest.member)
    record("meetings.record_interest", interest, by=by, at=at, **facts)
    return interest
