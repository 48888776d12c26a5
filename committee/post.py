"""Outgoing mail and documents: written in the transaction, carried out after it commits."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.broker import hint
from committee.models import Document, Mail, Person


def post(
    key: str,
    *,
    to: str,
    subject: str,
    body: str,
    enclosure: Document | None = None,
    calendar: str = "",
) -> Mail:
    """Write the mail ``key`` once; it is sent after the commit, when its enclosure is ready."""
    said = {"to": to, "subject": subject, "body": body}
    sent_with = {"enclosure": enclosure, "calendar": calendar}
    mail, is_new = Mail.objects.get_or_create(key=key, defaults=said | sent_with)
    if is_new:
        transaction.on_commit(partial(hint, "send_mail", mail.pk))
    return mail


def order_document(key: str, *, title: str, template: str, snapshot: dict, by: Person) -> Document:
    """Freeze what a document will say and have it made after the commit.

    Args:
        key: names the document for ever; ordering it again returns the first.
        template: the print template, given ``snapshot`` and nothing else.
        snapshot: JSON: everything the document says.
    """
    document, is_new = Document.objects.get_or_create(
        key=key,
        defaults={
            "title": title,
            "template": template,
            "snapshot": snapshot,
            "ordered_at": timezone.now(),
            "ordered_by": by,
        },
    )
    if is_new:
        transaction.on_commit(partial(hint, "render_document", document.pk))
    return document


def release_mails(document: Document) -> None:
    """Have the mails that wait for ``document`` sent after the commit."""
    for pk in document.mails.filter(sent_at=None).values_list("pk", flat=True):
        transaction.on_commit(partial(hint, "send_mail", pk))
