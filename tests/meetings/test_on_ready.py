"""When the pack is made the committee hears of it: each once, and with a link alone."""

import pytest
from django.utils import timezone

from committee import storage
from committee.actions import finish_document
from committee.models import Document, Mail, Person
from meetings.actions import announce_papers, order_pack
from tests.factories import NINE, MeetingFactory, item_with_paper
from tests.meetings.actions.test_order_pack import leaves
from tests.paperwork import FILE, a_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(ed, chloe):
    meeting = MeetingFactory(state="called", called_at=NINE)
    item_with_paper(meeting)
    return meeting


def make(document):
    now = timezone.now()
    taken = Document.objects.claim(document.pk, now=now)
    file = {"sha256": storage.store(FILE), "size": 1, "pages": 1}
    finish_document(taken, by=Person.objects.clock(), at=now, **file)


def told():
    return sorted(Mail.objects.values_list("to", flat=True))


def test_each_is_told_once_when_the_pack_is_ready(called, ed, chloe):
    make(order_pack(called, by=ed))
    assert told() == sorted([ed.email, chloe.email])
    called.items.update(title="Changed")

    make(order_pack(called, by=ed))

    assert Mail.objects.count() == 2


def test_nobody_is_told_before_every_copy_is_ready(called, ed, chloe):
    leaves(chloe, called.items.get())
    order_pack(called, by=ed)
    whole, hers = Document.objects.order_by("pk")

    make(hers)
    assert told() == []
    make(whole)

    assert told() == sorted([ed.email, chloe.email])


def test_who_was_told_by_hand_is_not_told_again(called, ed):
    announce_papers(called, by=ed)
    before = told()

    make(order_pack(called, by=ed))

    assert told() == before


@pytest.mark.parametrize("state", ["planned", "under_way"])
def test_nobody_is_told_of_a_meeting_that_is_not_called(called, ed, state):
    document = order_pack(called, by=ed)
    type(called).objects.update(state=state)

    make(document)

    assert told() == []


def test_whoever_ordered_it_and_left_tells_nobody(called, ed):
    document = order_pack(called, by=ed)
    ed.appointments.update(ends_on="2020-01-01")

    make(document)

    assert told() == []


def test_other_documents_tell_nobody(called):
    make(a_document())

    assert told() == []
