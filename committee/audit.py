"""The record of acts: append-only, chained by SHA-256, written inside the act."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from functools import wraps

from django.db import connection, transaction
from django.utils import timezone

from committee.models import Event
from committee.turns import turn

WRITERS = 0x0C0_117EE  # the number of the one write lock, meaningful to us alone


def act(function: Callable) -> Callable:
    """Run an act in one transaction, one act at a time.

    SQLite serialises writers at BEGIN IMMEDIATE (committee/turns.py has them wait in line);
    on PostgreSQL an advisory lock does the same, so that both databases give the same
    answers in a race and the chain of events has one order
    (docs/decisions/0002-one-writer-at-a-time.md).
    """

    @wraps(function)
    def one_at_a_time(*args, **kwargs):
        with turn(), transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
            return function(*args, **kwargs)

    return one_at_a_time


def record(name: str, subject, /, *, by, at=None, **facts) -> Event:
    """Write one event. Called inside the transaction of the act it records.

    Args:
        name: the act, as in ``meetings.open_vote``.
        subject: the row it was done to.
        by: the person who did it.
        facts: what else should be known, as JSON values.
    """
    last = Event.objects.order_by("-number").values("number", "hash").first()
    event = Event(
        number=last["number"] + 1 if last else 1,
        act=name,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject_name=str(subject)[:255],
        actor_id=str(by.pk),
        actor_name=str(by)[:255],
        at=at or timezone.now(),
        facts=facts,
        previous_hash=last["hash"] if last else "",
    )
    event.hash = hash_of(event)
    event.save(force_insert=True)
    return event


def hash_of(event: Event) -> str:
    """The SHA-256 of everything an event says, and of the event before it."""
    said = [
        event.number,
        event.act,
        event.subject_type,
        event.subject_id,
        event.subject_name,
        event.actor_id,
        event.actor_name,
        event.at.astimezone(dt.UTC).isoformat(),
        event.facts,
        event.previous_hash,
    ]
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def first_bad_event(events=None) -> tuple[int, str] | None:
    """The number of the first event that does not fit the chain and why, or None."""
    expected, previous = 1, ""
    rows = (events or Event.objects.order_by("number")).iterator()
    while True:
        try:
            event = next(rows)
            is_whole = event.hash == hash_of(event)
        except StopIteration:
            return None
        except (AttributeError, TypeError, ValueError):
            return expected, "it cannot be read"
        if event.number != expected:
            return expected, f"event {expected} is missing"
        if event.previous_hash != previous:
            return event.number, "it does not follow from the event before it"
        if not is_whole:
            return event.number, "it was changed after it was written"
        expected, previous = event.number + 1, event.hash
