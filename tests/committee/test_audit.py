import pytest
from django.db import DatabaseError, connection

from committee.audit import first_bad_event, hash_of, record
from committee.models import Event
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    person = PersonFactory()
    return [record("committee.appoint", person, by=person, turn=turn) for turn in range(5)]


def tamper(sql, *params):
    """Change the record behind the application's back, triggers and all."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE committee_event DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER event_is_never_changed")
            cursor.execute("DROP TRIGGER event_is_never_deleted")
        cursor.execute(sql, params)


def test_chain_holds(chain):
    assert first_bad_event() is None


def test_events_follow_one_another(chain):
    assert [event.number for event in chain] == [1, 2, 3, 4, 5]
    assert chain[3].previous_hash == chain[2].hash


@pytest.mark.parametrize("column", ["act", "subject_id", "actor_name", "hash", "previous_hash"])
def test_a_changed_event_is_named(chain, column):
    tamper(f"UPDATE committee_event SET {column} = 'x' WHERE number = 3")

    assert first_bad_event()[0] == 3


def test_a_removed_event_is_named(chain):
    tamper("DELETE FROM committee_event WHERE number = 3")

    assert first_bad_event() == (3, "event 3 is missing")


def test_a_rewritten_event_breaks_the_next(chain):
    event = Event.objects.get(number=3)
    event.actor_name = "Somebody else"
    tamper(
        "UPDATE committee_event SET actor_name = %s, hash = %s WHERE number = 3",
        event.actor_name,
        hash_of(event),
    )

    assert first_bad_event() == (4, "it does not follow from the event before it")


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_the_record(chain, change):
    events = Event.objects.filter(number=2)

    with pytest.raises(DatabaseError, match="event_is_never"):
        events.update(act="x") if change == "update" else events.delete()
