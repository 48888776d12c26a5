import hashlib
import json

from committee.audit import act, record
from committee.authority import require
from committee.models import Document, Person
from committee.post import order_document
from meetings.agenda_document import SERIES, TEMPLATE, snapshot_of
from meetings.models import Meeting


@act
def order_agenda(meeting: Meeting, *, by: Person) -> Document:
    """Have the agenda in force made into a document; the same agenda is made only once."""
    require(by, "meetings.order_agenda", meeting)
    snapshot = snapshot_of(meeting)
    said = hashlib.sha256(json.dumps(snapshot, sort_keys=True).encode()).hexdigest()
    series = SERIES.format(meeting.pk)
    versions = Document.objects.filter(key__startswith=series).count()
    document = order_document(
        series + said[:16],
        title=f"Agenda, {meeting.date_text}",
        template=TEMPLATE,
        snapshot=snapshot | {"version": versions + 1},
        by=by,
    )
    meeting.agenda_document = document
    meeting.save(update_fields=["agenda_document"])
    record("meetings.order_agenda", meeting, by=by, document=document.pk)
    return document
