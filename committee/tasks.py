"""Slow work. A task takes an id, claims its row, works outside any transaction, marks it done.

The rows are the truth: a task may run twice, at once, or be killed anywhere, and each
document still becomes ready once, each mail is still sent.
"""

import datetime as dt
import io
import logging
from functools import partial
from smtplib import SMTPException

import pikepdf
from axes.models import AccessAttempt, AccessLog
from celery import shared_task
from celery.signals import worker_init
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone

from committee import pdf, storage
from committee.actions import fail_document, finish_document
from committee.broker import hint
from committee.models import Document, Mail, Person
from committee.refusals import Refused

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 200  # only renderings that were killed count: others end ready or failed at once
AT_A_TIME = 50  # rows hinted at in one sweep


@worker_init.connect
def warm_up(**kwargs):
    """Load the press before the pool is forked: every worker then starts with it."""
    try:
        pdf.load_press().warm_up()
    except pdf.CannotPrint as error:
        log.error("%s", error)


@shared_task
def render_document(pk):
    """Make the PDF of document ``pk``, once."""
    document = Document.objects.claim(pk, now=timezone.now())
    if document is None:
        return
    clock = Person.objects.clock()
    try:
        if document.attempts > MOST_ATTEMPTS:
            raise pdf.CannotPrint(f"Making it was broken off {MOST_ATTEMPTS} times.")
        made = make(document)
    except pdf.BrokenOff as error:
        log.warning("Document %s: %s", pk, error)
        if Document.objects.release(document):
            hint("render_document", pk)
        return
    except Exception as error:
        log.warning("Document %s could not be made", pk, exc_info=error)
        end = partial(fail_document, document, by=clock, reason=reason_of(error))
    else:
        end = partial(finish_document, document, by=clock, at=timezone.now(), **made)
    try:
        end()
    except Refused as error:
        log.warning("Document %s: %s", pk, error)


def make(document: Document) -> dict:
    """Print and store ``document``; the facts of its file."""
    content = pdf.render_pdf(
        html_of(document),
        at=document.ordered_at,
        while_waiting=lambda: Document.objects.renew(document, now=timezone.now()),
    )
    with pikepdf.open(io.BytesIO(content)) as file:
        pages = len(file.pages)
    return {"sha256": storage.store(content), "size": len(content), "pages": pages}


def html_of(document: Document) -> str:
    """What ``document`` says, from its snapshot alone, as the page that is printed."""
    about = {"title": document.title, "ordered_at": document.ordered_at.isoformat()}
    return render_to_string(document.template, document.snapshot | {"document": about})


def reason_of(error: Exception) -> str:
    """Why a document could not be made, in a sentence."""
    if isinstance(error, pdf.CannotPrint):
        return str(error)
    if isinstance(error, OSError):
        return f"The file could not be stored: {error.strerror or error}."
    return f"Its page could not be written ({type(error).__name__}: {error})."


@shared_task
def send_mail(pk):
    """Send mail ``pk``, once; where that fails, put it off."""
    mail = Mail.objects.claim(pk, now=timezone.now())
    if mail is None:
        return
    try:
        mail.as_email().send()
    except (OSError, SMTPException, ValueError) as error:
        log.warning("Mail %s could not be sent: %s", pk, error)
        Mail.objects.put_off(mail, now=timezone.now(), reason=str(error))
    else:
        Mail.objects.mark_sent(mail, now=timezone.now())


@shared_task
def sweep():
    """Hint again at whatever waits, and remove what killed workers left behind."""
    now = timezone.now()
    for pk in (
        Document.objects.waiting(now=now)
        .order_by("ordered_at", "pk")[:AT_A_TIME]
        .values_list("pk", flat=True)
    ):
        hint("render_document", pk)
    for pk in Mail.objects.waiting(now=now)[:AT_A_TIME].values_list("pk", flat=True):
        hint("send_mail", pk)
    storage.sweep()
    pdf.sweep()


@shared_task
def tidy():
    """Forget sessions that have ended, and who signed in longer ago than three months."""
    call_command("clearsessions")
    long_ago = timezone.now() - dt.timedelta(days=90)
    for model in (AccessLog, AccessAttempt):
        model.objects.filter(attempt_time__lt=long_ago).delete()
