import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Entry, LedgerLink, Telling
from proposals.actions import record_undertaking
from proposals.models import Addressee, Recommendation


@act
def make_undertaking(
    entry: Entry,
    *,
    by: Person,
    text: str,
    addressee: str = Addressee.BODY,
    due: str = "",
    due_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> Recommendation:
    """Number what a presenter undertakes in a line of the minutes, to be followed in the ledger."""
    require(by, "meetings.make_undertaking", entry)
    meeting, papers = entry.item.meeting, list(entry.item.papers.all())
    if addressee == Addressee.BODY and not papers:
        raise Refused(
            "No paper stands under this item, so no body would be asked. "
            "Put the paper under it first, or choose who else is to act."
        )
    undertaking = record_undertaking(
        papers,
        by=by,
        at=at,
        text=text,
        occasion=f"{meeting.title or 'Meeting'}, {meeting.date_text}"[:255],
        asked_on=meeting.on,
        addressee=addressee,
        due=due,
        due_on=due_on,
    )
    LedgerLink.objects.create(entry=entry, recommendation=undertaking, telling=Telling.UNDERTAKES)
    record("meetings.make_undertaking", entry, by=by, at=at, label=undertaking.label)
    return undertaking
