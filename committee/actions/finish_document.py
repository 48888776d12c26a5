from django.conf import settings
from django.utils.module_loading import import_string

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Document, Person
from committee.post import release_mails
from committee.refusals import Refused


@act
def finish_document(
    document: Document, *, by: Person, at, sha256: str, size: int, pages: int
) -> Document:
    """Note that the file of a document is made and stored; mails that wait for it may go."""
    require(by, "committee.finish_document", document)
    if Document.objects.held(document).select_for_update().first() is None:
        raise Refused("Another worker makes this document now.")
    move(
        document,
        "finish_document",
        sha256=sha256,
        size=size,
        pages=pages,
        ready_at=at,
        token=None,
        lease_until=None,
    )
    record("committee.finish_document", document, by=by, at=at, sha256=sha256, size=size)
    release_mails(document)
    for name in settings.ON_READY:
        import_string(name)(document)
    return document
