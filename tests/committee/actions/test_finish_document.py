import datetime as dt
from uuid import uuid4

import pytest

from committee.actions import finish_document
from committee.models import Document, Event, Person
from committee.refusals import NotPermitted, Refused
from tests.factories import NINE
from tests.paperwork import a_document, a_mail

pytestmark = pytest.mark.django_db
FACTS = {"at": NINE, "sha256": "a" * 64, "size": 9, "pages": 2}


@pytest.fixture
def clock():
    return Person.objects.clock()


def test_finish_document_notes_the_file(clock):
    document = finish_document(a_document("rendering"), by=clock, **FACTS)

    assert (document.state, document.sha256, document.size, document.pages) == (
        "ready",
        "a" * 64,
        9,
        2,
    )
    assert (document.ready_at, document.token, document.lease_until) == (NINE, None, None)
    event = Event.objects.get()
    assert (event.act, event.actor_name, event.at) == (
        "committee.finish_document",
        "The system",
        NINE,
    )
    assert event.facts == {"sha256": "a" * 64, "size": 9}


@pytest.mark.parametrize("state", ["queued", "ready", "failed"])
def test_finish_document_refuses_every_other_state(clock, state):
    with pytest.raises(Refused, match="Another worker makes this document now"):
        finish_document(a_document(state), by=clock, **FACTS)

    assert Event.objects.count() == 0


def test_finish_document_refuses_a_worker_whose_lease_was_taken_over(clock):
    document = a_document("rendering")
    Document.objects.filter(pk=document.pk).update(token=uuid4())

    with pytest.raises(Refused):
        finish_document(document, by=clock, **FACTS)

    document.refresh_from_db()
    assert (document.state, document.sha256) == ("rendering", None)


def test_nobody_finishes_a_document_by_hand(ed):
    with pytest.raises(NotPermitted, match="made by the system, not by people"):
        finish_document(a_document("rendering"), by=ed, **FACTS)


def test_finish_document_releases_the_mails_that_wait_for_it(
    clock, django_capture_on_commit_callbacks
):
    document = a_document("rendering")
    waiting = a_mail(enclosure=document)
    a_mail(enclosure=document, sent_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC))

    with django_capture_on_commit_callbacks() as callbacks:
        finish_document(document, by=clock, **FACTS)

    assert [callback.args for callback in callbacks] == [("send_mail", waiting.pk)]
