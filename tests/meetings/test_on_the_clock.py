import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event, Person
from committee.tasks import sweep
from meetings.actions import publish_minutes, schedule_publication
from meetings.models import MinutesVersion
from meetings.on_the_clock import publish_minutes as publish_what_is_due

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def due(approved, ed):
    return schedule_publication(approved, by=ed, publish_at=timezone.now() + HOUR).publish_at


def at(monkeypatch, moment):
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def state():
    return lambda: MinutesVersion.objects.get().state


def test_minutes_are_published_at_their_time_and_not_a_moment_before(due, monkeypatch, state):
    at(monkeypatch, due - dt.timedelta(microseconds=1))
    sweep()
    assert state() == "approved"

    at(monkeypatch, due)
    sweep()

    assert state() == "published"
    version = MinutesVersion.objects.get()
    assert (version.published_at, version.published_by) == (due, Person.objects.clock())
    assert Event.objects.filter(act="meetings.publish_minutes").count() == 1


def test_a_second_sweep_finds_nothing(due, monkeypatch):
    at(monkeypatch, due + HOUR)
    sweep()
    sweep()

    assert Event.objects.filter(act="meetings.publish_minutes").count() == 1


def test_minutes_without_a_time_are_not_published(approved, state):
    sweep()

    assert state() == "approved"


def test_one_that_cannot_be_published_keeps_nothing_back(due, ed, monkeypatch, caplog):
    """Published by hand between being found and being published: that is all right."""
    found = list(MinutesVersion.objects.due(now=due))
    publish_minutes(found[0], by=ed)
    monkeypatch.setattr(
        "meetings.models.minutes.MinutesVersionQuerySet.select_related", lambda *_: found
    )

    publish_what_is_due(due)

    assert "were not published" in caplog.text
