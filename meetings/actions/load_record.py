from committee import audit
from committee.authority import require
from committee.models import Person
from meetings.models import Meeting
from meetings.records.load import put_on_record
from meetings.records.parse import Record
from meetings.slugs import free_slug
from proposals.actions import approve_advice


@audit.act
def load_record(record: Record, *, by: Person) -> Meeting:
    """Put a meeting on record from its record file, whole or not at all.

    The same content again is the meeting that is here already: ``meeting.is_new`` tells.
    Other content, even of the same day and source, is another meeting: a load never changes
    what is on record. Published minutes are corrected by a new version. What its advice asked is
    numbered at once: it stands in the ledger.
    """
    require(by, "meetings.load_record", record)
    meeting = Meeting.objects.filter(record_sha256=record.sha256).first()
    if meeting is not None:
        meeting.is_new = False
        return meeting
    meeting = put_on_record(record, slug=free_slug(*record.day))
    for given in meeting.advice_given.select_related("advice"):
        approve_advice(given.advice, by=Person.objects.clock())  # it was given then
    meeting.is_new = True
    audit.record(
        "meetings.load_record",
        meeting,
        by=by,
        sha256=record.sha256,
        source=record.data.get("source"),
        papers=[paper.key for paper in meeting.meeting_papers.all()],
    )
    return meeting
