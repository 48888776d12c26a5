import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.actions.note_entry import note_entry
from meetings.models import AgendaItem, Entry, LedgerLink, Telling
from proposals.models import Recommendation


@act
def hear_recommendation(
    item: AgendaItem,
    recommendation: Recommendation,
    *,
    by: Person,
    text: str,
    at: dt.datetime | None = None,
) -> Entry:
    """Note what the meeting heard of a point that fell due: a line of the minutes under its number.

    It closes nothing: the committee rules by its advice.
    """
    require(by, "meetings.hear_recommendation", item)
    entry = note_entry(item, by=by, at=at, text=f"{recommendation}: {text}")
    LedgerLink.objects.create(entry=entry, recommendation=recommendation, telling=Telling.UPDATES)
    record("meetings.hear_recommendation", entry, by=by, at=at, label=recommendation.label)
    return entry
