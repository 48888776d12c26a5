"""Documents and mail in the states in which tests need them."""

import datetime as dt
import io
from uuid import uuid4

import page
import pikepdf

from committee import pdf, storage
from committee.models import Document, Mail
from committee.tasks import html_of
from tests.factories import NINE, PersonFactory

LATER = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
FILE = b"%PDF-1.7 a file\n%%EOF"


def a_document(state="queued", **facts):
    """A document in ``state``; one that is being made is held by a living worker."""
    defaults = {
        "key": f"document-{uuid4()}",
        "title": "Agenda, 2 March 2026",
        "template": "documents/base.html",
        "snapshot": {"committee": "The Committee"},
        "ordered_at": NINE,
        "ordered_by": facts.pop("by", None) or PersonFactory(),
    }
    if state == "rendering":
        defaults |= {"token": uuid4(), "lease_until": LATER, "attempts": 1}
    content = facts.pop("content", FILE)
    if state == "ready":
        file = {"sha256": storage.store(content), "size": len(content), "pages": 1}
        defaults |= file | {"ready_at": NINE, "attempts": 1}
    if state == "failed":
        defaults |= {"failure": "It is too long.", "attempts": 1}
    return Document.objects.create(state=state, **defaults | facts)


def a_mail(**facts):
    defaults = {
        "key": f"mail-{uuid4()}",
        "to": "gus@example.org",
        "subject": "Advice",
        "body": "Please find it enclosed.",
    }
    return Mail.objects.create(**defaults | facts)


def printed(document) -> bytes:
    """The PDF of ``document``, made in this process, as its worker would make it."""
    return pdf.load_press().print_pdf(html_of(document))


def faults(content: bytes) -> list[str]:
    """What a validator of PDF/UA-1 and PDF/A-3a finds wrong."""
    reports = [page.validate_pdf_bytes(content, profile=name) for name in ("ua1", "3a")]
    found = [failure.message for report in reports for failure in report.failures]
    with pikepdf.open(io.BytesIO(content)) as file:
        is_sound = not file.check_pdf_syntax()
    # the validator miscounts a stream whose last compressed byte happens to be a line break
    return [one for one in found if not (is_sound and "/Length does not match" in one)]
