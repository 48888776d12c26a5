from functools import partial

from django.db import transaction

from committee.audit import act, record
from committee.authority import require
from committee.broker import hint
from committee.lifecycle import move
from committee.models import Document, Person


@act
def retry_document(document: Document, *, by: Person) -> Document:
    """Have a document made again that could not be made."""
    require(by, "committee.retry_document", document)
    move(document, "retry_document", failure="", attempts=0)
    record("committee.retry_document", document, by=by)
    transaction.on_commit(partial(hint, "render_document", document.pk))
    return document
