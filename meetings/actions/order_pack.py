from committee.audit import act, record
from committee.authority import require
from committee.models import Document, Person
from meetings.models import Meeting
from meetings.packs import order_edition, wanted


@act
def order_pack(meeting: Meeting, *, by: Person) -> Document:
    """Have agenda and papers made into one PDF, and one for each set of members recused."""
    require(by, "meetings.order_pack", meeting)
    packs = [order_edition(meeting, closed, by=by) for closed in wanted(meeting)]
    documents = [pack.document_id for pack in packs]
    record("meetings.order_pack", meeting, by=by, documents=documents)
    return packs[0].document
