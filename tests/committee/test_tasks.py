"""Documents are made once and mails are sent, whatever happens on the way."""

import datetime as dt
import errno
from smtplib import SMTPServerDisconnected
from uuid import uuid4

import pytest
from django.core import mail as post_office
from django.utils import timezone

from committee import child, pdf, storage, tasks
from committee.actions import invite_person
from committee.models import Document, Event, Mail
from tests.factories import PersonFactory
from tests.paperwork import LATER, a_document, a_mail

pytestmark = pytest.mark.django_db
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def hints(monkeypatch):
    """What the broker was told, in order."""
    told = []
    monkeypatch.setattr(tasks, "hint", lambda *words: told.append(words))
    return told


def test_render_document_makes_and_stores_the_file():
    document = a_document()

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert (document.state, document.pages, document.attempts) == ("ready", 1, 1)
    assert storage.is_whole(document.sha256)
    assert document.size == storage.path_of(document.sha256).stat().st_size
    assert Event.objects.get().act == "committee.finish_document"


def test_render_document_twice_makes_it_once():
    document = a_document()

    tasks.render_document(document.pk)
    tasks.render_document(document.pk)

    assert Event.objects.count() == 1
    assert Document.objects.get().attempts == 1


@pytest.mark.parametrize("state", ["rendering", "ready", "failed"])
def test_render_document_leaves_alone_what_does_not_wait(state):
    document = a_document(state)
    before = Document.objects.values().get()

    tasks.render_document(document.pk)

    assert Document.objects.values().get() == before


def test_render_document_takes_over_what_a_dead_worker_left():
    document = a_document("rendering", lease_until=LONG_AGO)

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert (document.state, document.attempts) == ("ready", 2)


@pytest.mark.parametrize(
    ("template", "limit", "reason"),
    [
        ("documents/base.html", 10, "It is too long: "),
        ("documents/none.html", 10**6, "Its page could not be written (TemplateDoesNotExist"),
    ],
)
def test_render_document_ends_failed_with_a_reason(settings, template, limit, reason):
    settings.PDF_MAX_CHARACTERS = limit
    document = a_document(template=template)

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert document.state == "failed"
    assert document.failure.startswith(reason)
    assert Event.objects.get().act == "committee.fail_document"


def test_render_document_says_that_the_disk_is_full(monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    document = a_document()

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert document.failure == "The file could not be stored: No space left on device."


def test_render_document_gives_up_what_is_broken_off_for_ever():
    document = a_document(attempts=tasks.MOST_ATTEMPTS)

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert document.failure == "Making it was broken off 200 times."


def test_render_document_queues_again_what_was_broken_off(monkeypatch, hints):
    def killed(*args, **kwargs):
        raise child.BrokenOff("the rendering process was killed")

    monkeypatch.setattr(pdf, "render_pdf", killed)
    document = a_document()

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert (document.state, document.token) == ("queued", None)
    assert hints == [("render_document", document.pk)]


def test_render_document_stops_when_another_worker_has_it(monkeypatch, hints):
    document = a_document()

    def taken_over(html, *, at, while_waiting):
        assert while_waiting()
        Document.objects.filter(pk=document.pk).update(token=uuid4(), lease_until=LATER)
        assert not while_waiting()
        raise child.BrokenOff("somebody else makes this document now")

    monkeypatch.setattr(pdf, "render_pdf", taken_over)

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert (document.state, document.lease_until) == ("rendering", LATER)
    assert hints == []


def test_a_worker_that_finishes_too_late_changes_nothing(monkeypatch):
    document = a_document()
    whole = pdf.render_pdf

    def slow(html, **kwargs):
        Document.objects.filter(pk=document.pk).update(token=uuid4(), lease_until=LATER)
        return whole(html, **kwargs)

    monkeypatch.setattr(pdf, "render_pdf", slow)

    tasks.render_document(document.pk)

    document.refresh_from_db()
    assert (document.state, document.sha256) == ("rendering", None)
    assert Event.objects.count() == 0


def test_renewing_keeps_a_document_from_others():
    document = a_document()
    held = Document.objects.claim(document.pk, now=LONG_AGO)
    assert Document.objects.waiting(now=timezone.now()).exists()

    assert Document.objects.renew(held, now=timezone.now())

    assert not Document.objects.waiting(now=timezone.now()).exists()
    assert Document.objects.claim(document.pk, now=timezone.now()) is None


def test_send_mail_sends_once():
    mail = a_mail(subject="Advice\nBcc: everybody@example.org", key="letter 7/pcc")

    tasks.send_mail(mail.pk)
    tasks.send_mail(mail.pk)

    (sent,) = post_office.outbox
    assert (sent.to, sent.subject) == (["gus@example.org"], "Advice Bcc: everybody@example.org")
    assert sent.message()["Message-ID"] == f"<letter-7pcc-{mail.pk}@127.0.0.1>"
    mail.refresh_from_db()
    assert (mail.attempts, mail.held_until, mail.failure) == (1, None, "")
    assert mail.sent_at


def test_a_link_that_sets_a_password_is_not_kept_once_it_is_sent(ed):
    mail = invite_person(PersonFactory(), by=ed)
    tasks.send_mail(mail.pk)

    (sent,) = post_office.outbox
    assert "/set-password/" in sent.body
    mail.refresh_from_db()
    assert "/set-password/" not in mail.body
    assert "(a link, not kept)" in mail.body


def test_send_mail_waits_for_its_enclosure_and_sends_it_whole():
    document = a_document("rendering", title="Advice: A/B")
    mail = a_mail(enclosure=document)
    tasks.send_mail(mail.pk)
    assert post_office.outbox == []

    sha256 = storage.store(b"%PDF the letter")
    Document.objects.filter(pk=document.pk).update(
        state="ready", sha256=sha256, size=15, ready_at=LONG_AGO, token=None, lease_until=None
    )
    tasks.send_mail(mail.pk)

    assert post_office.outbox[0].attachments == [
        ("advice-ab.pdf", b"%PDF the letter", "application/pdf")
    ]


@pytest.mark.parametrize(("attempts", "minutes"), [(0, 2), (1, 4), (5, 64), (9, 360), (500, 360)])
def test_send_mail_is_put_off_longer_each_time(monkeypatch, attempts, minutes):
    def refuse(*args):
        raise SMTPServerDisconnected("come back later")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    mail = a_mail(attempts=attempts)
    before = timezone.now()

    tasks.send_mail(mail.pk)

    mail.refresh_from_db()
    assert (mail.sent_at, mail.failure, mail.attempts) == (None, "come back later", attempts + 1)
    assert 0 <= (mail.held_until - before).total_seconds() - minutes * 60 < 30
    assert not Mail.objects.waiting(now=timezone.now()).exists()


def test_sweep_hints_at_all_that_waits(hints):
    queued, left = a_document(), a_document("rendering", lease_until=LONG_AGO)
    for state in ("rendering", "ready", "failed"):
        a_document(state)
    letter = a_mail(enclosure=a_document("ready"))
    a_mail(enclosure=queued)
    a_mail(sent_at=LONG_AGO)
    a_mail(held_until=LATER)

    tasks.sweep()

    assert hints == [
        ("render_document", queued.pk),
        ("render_document", left.pk),
        ("send_mail", letter.pk),
    ]


def test_warm_up_says_what_is_missing(monkeypatch, caplog):
    def missing():
        raise child.CannotPrint("The Pango library is missing.")

    monkeypatch.setattr(pdf, "load_press", missing)

    tasks.warm_up()

    assert "The Pango library is missing." in caplog.text
