"""The lives of a document: every state, and every verb that leads from one to another."""

from django.db.models import TextChoices


class DocumentState(TextChoices):
    QUEUED = "queued", "Queued"
    RENDERING = "rendering", "Being made"
    READY = "ready", "Ready"
    FAILED = "failed", "Failed"


DOCUMENT_MOVES = {
    "finish_document": ({DocumentState.RENDERING}, DocumentState.READY),
    "fail_document": ({DocumentState.RENDERING}, DocumentState.FAILED),
    "retry_document": ({DocumentState.FAILED}, DocumentState.QUEUED),
}
