import io
import time
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from committee.audit import hash_of, record
from committee.models import Event
from tests.committee.test_audit import tamper
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def verify(**options):
    said = io.StringIO()
    call_command("verify_audit", stdout=said, **options)
    return said.getvalue().splitlines()


@pytest.fixture
def chain(db):
    person = PersonFactory()
    return [record("committee.appoint", person, by=person, turn=turn) for turn in range(5)]


def rewrite_from(number, **changes):
    """Change event ``number`` and write every later one anew, as who owns the database could."""
    events = list(Event.objects.order_by("number"))
    for field, value in changes.items():
        setattr(events[number - 1], field, value)
    events[number - 1].hash = hash_of(events[number - 1])
    for before, event in pairwise(events[number - 1 :]):
        event.previous_hash = before.hash
        event.hash = hash_of(event)
    tamper("DELETE FROM committee_event WHERE number >= %s", number)
    Event.objects.bulk_create(events[number - 1 :])


def test_an_empty_record_holds():
    assert verify() == ["0 events: the chain holds."]


def test_a_whole_record_holds_and_shows_its_last_event(chain):
    assert verify() == ["5 events: the chain holds.", f"5:{chain[4].hash}"]


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE committee_event SET act = 'x' WHERE number = 3", "Event 3: it was changed"),
        ("UPDATE committee_event SET facts = '{}' WHERE number = 3", "Event 3: it was changed"),
        ("UPDATE committee_event SET at = '2001-01-01 00:00' WHERE number = 2", "Event 2: it was"),
        ("DELETE FROM committee_event WHERE number = 3", "Event 3: event 3 is missing"),
        ("DELETE FROM committee_event WHERE number = 1", "Event 1: event 1 is missing"),
        ("UPDATE committee_event SET number = 9 WHERE number = 5", "Event 5: event 5 is missing"),
    ],
)
def test_a_changed_record_names_the_first_bad_event(chain, sql, sentence):
    tamper(sql)

    with pytest.raises(CommandError, match=sentence):
        verify()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL refuses such a value")
def test_an_unreadable_event_is_named(chain):
    tamper("UPDATE committee_event SET at = 'x' WHERE number = 4")

    with pytest.raises(CommandError, match="Event 4: it"):
        verify()


def test_two_events_that_changed_places_are_named(chain):
    tamper("UPDATE committee_event SET number = number + 100 WHERE number IN (2, 3)")
    tamper_again("UPDATE committee_event SET number = 3 WHERE number = 102")
    tamper_again("UPDATE committee_event SET number = 2 WHERE number = 103")

    with pytest.raises(CommandError, match="Event 2: it does not follow"):
        verify()


def tamper_again(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_cut_end_shows_against_what_was_seen(chain):
    seen = f"5:{chain[4].hash}"
    tamper("DELETE FROM committee_event WHERE number > 3")

    assert verify()[0] == "3 events: the chain holds."
    with pytest.raises(CommandError, match="Event 5: it was seen once and is gone"):
        verify(seen=seen)


def test_a_chain_written_anew_shows_against_what_was_seen(chain):
    seen = f"4:{chain[3].hash}"
    rewrite_from(2, actor_name="Somebody else")

    assert verify()[0] == "5 events: the chain holds."
    with pytest.raises(CommandError, match="Event 4: it was seen once with another hash"):
        verify(seen=seen)


def test_what_was_seen_is_still_there(chain):
    assert verify(seen=f"2:{chain[1].hash}")[0] == "5 events: the chain holds."


def test_seen_takes_what_was_printed(chain):
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        verify(seen="five")


def test_a_long_record_is_checked_quickly():
    """Ten thousand in 3 s of the processor: a hundred thousand in 30."""
    events, previous = [], ""
    for number in range(1, 10_001):
        event = Event(number=number, act="a.b", at=timezone.now(), previous_hash=previous)
        event.hash = previous = hash_of(event)
        events.append(event)
    Event.objects.bulk_create(events)
    start = time.process_time()

    assert verify()[0] == "10000 events: the chain holds."
    assert time.process_time() - start < 3
