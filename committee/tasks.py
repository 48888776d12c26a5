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
from django.conf import settings
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string

from committee import child, pdf, storage
from committee.actions import fail_document, finish_document
from committee.binding import bind
from committee.broker import hint
from committee.enclosing import read_enclosures
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
    except child.CannotPrint as error:
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
            raise child.CannotPrint(f"Making it was broken off {MOST_ATTEMPTS} times.")
        made = make(document)
    except child.BrokenOff as error:
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
    said, files = document.snapshot, []
    in_hand = {"while_waiting": lambda: Document.objects.renew(document, now=timezone.now())}
    if "enclosures" in said:
        said, files = read_enclosures(said, **in_hand)
    content = pdf.render_pdf(html_of(document, said), at=document.ordered_at, **in_hand)
    if "enclosures" in said:
        content = child.run(partial(bind, content, files), **in_hand)
    with pikepdf.open(io.BytesIO(content)) as file:
        pages = len(file.pages)
    return {"sha256": storage.store(content), "size": len(content), "pages": pages}


def html_of(document: Document, said: dict | None = None) -> str:
    """What ``document`` says, from its snapshot alone, as the page that is printed."""
    about = {"title": document.title, "ordered_at": document.ordered_at.isoformat()}
    return render_to_string(document.template, (said or document.snapshot) | {"document": about})


def reason_of(error: Exception) -> str:
    """Why a document could not be made, in a sentence."""
    if isinstance(error, child.CannotPrint):
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
    """Do what is due, hint again at what waits, and remove what killed workers left behind."""
    now = timezone.now()
    for name in settings.ON_THE_CLOCK:
        try:
            import_string(name)(now)
        except Exception as error:  # what waits below must not wait for it to be mended
            log.warning("%s: %s", name, error, exc_info=not isinstance(error, Refused))
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
    """Forget sessions that have ended, sign-ins of three months ago, and what apps forget."""
    call_command("clearsessions")
    long_ago = timezone.now() - dt.timedelta(days=90)
    for model in (AccessLog, AccessAttempt):
        model.objects.filter(attempt_time__lt=long_ago).delete()
    for name in settings.TIDY:
        import_string(name)(timezone.now())
