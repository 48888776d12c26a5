"""From a snapshot to the page's body and to the order for a PDF: both say exactly its words."""

from django.template.loader import render_to_string

from committee.models import Document, Person
from committee.post import order_document

BODY = "meetings/minutes/_body.html"
PRINTED = "meetings/documents/minutes.html"


def html_of(snapshot: dict) -> str:
    """The minutes as the body of a page."""
    return render_to_string(BODY, snapshot)


def order_pdf(version, snapshot: dict, *, key: str, by: Person) -> Document:
    """Order the PDF of ``snapshot``; ordering it again under one key makes nothing new."""
    kind = "Draft minutes" if snapshot["status"]["is_draft"] else "Minutes"
    return order_document(
        f"minutes-{version.meeting.slug}-v{version.number}-{key}",
        title=f"{kind}, {snapshot['meeting']['date']}",
        template=PRINTED,
        snapshot=snapshot,
        by=by,
    )
