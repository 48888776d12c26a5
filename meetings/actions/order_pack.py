from committee.audit import act, record
from committee.authority import require
from committee.models import Document, Person
from committee.post import order_document
from meetings.models import Meeting, Pack
from meetings.pack_document import TEMPLATE, ordered_text, snapshot_of
from meetings.packs import SERIES, digest_of, is_current, key_of, latest, wanted


@act
def order_pack(meeting: Meeting, *, by: Person) -> Document:
    """Have agenda and papers made into one PDF, and one for each set of members recused."""
    require(by, "meetings.order_pack", meeting)
    packs = [_order(meeting, closed, by) for closed in wanted(meeting)]
    documents = [pack.document_id for pack in packs]
    record("meetings.order_pack", meeting, by=by, documents=documents)
    return packs[0].document


def _order(meeting: Meeting, closed, by: Person) -> Pack:
    """The pack for those to whom ``closed`` is closed, made only if it would say something new."""
    pack = latest(meeting, closed)
    if is_current(pack, meeting, closed):
        return pack
    snapshot = snapshot_of(meeting, closed)
    version = meeting.packs.filter(closed=key_of(closed)).count() + 1
    copy = meeting.packs.count() + 1
    document = order_document(
        f"{SERIES.format(meeting.pk)}{copy}-{digest_of(snapshot)}",
        title=f"Agenda and papers, {meeting.date_text}",
        template=TEMPLATE,
        snapshot=snapshot | {"version": version, "ordered": ordered_text()},
        by=by,
    )
    return meeting.packs.create(document=document, closed=key_of(closed))
