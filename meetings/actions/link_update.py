import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Entry, LedgerLink, Telling
from proposals.models import Recommendation


@act
def link_update(
    entry: Entry,
    *,
    by: Person,
    recommendations: list[Recommendation],
    at: dt.datetime | None = None,
) -> Entry:
    """Say which points of the ledger a line of the minutes is about; the line stays as it is."""
    require(by, "meetings.link_update", entry)
    links = entry.ledger_links.filter(telling=Telling.UPDATES)
    links.exclude(recommendation__in=recommendations).delete()
    known = set(entry.ledger_links.values_list("recommendation", flat=True))
    LedgerLink.objects.bulk_create(
        LedgerLink(entry=entry, recommendation=one, telling=Telling.UPDATES)
        for one in recommendations
        if one.pk not in known
    )
    labels = [one.label for one in recommendations]
    record("meetings.link_update", entry, by=by, at=at, about=labels)
    return entry
