from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Document, Person
from committee.refusals import Refused


@act
def fail_document(document: Document, *, by: Person, reason: str) -> Document:
    """Note that a document cannot be made, and why."""
    require(by, "committee.fail_document", document)
    if Document.objects.held(document).select_for_update().first() is None:
        raise Refused("Another worker makes this document now.")
    reason = reason[:500]
    move(document, "fail_document", failure=reason, token=None, lease_until=None)
    record("committee.fail_document", document, by=by, reason=reason)
    return document
