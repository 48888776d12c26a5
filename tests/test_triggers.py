"""Every trigger that migrations make is still there after all of them ran."""

import pytest
from django.db import connection

TRIGGERS = {
    "ballot_fixed_when_the_vote_closes",
    "ballot_kept_when_the_vote_closes",
    "ballot_only_in_an_open_vote",
    "document_ready_is_never_changed",
    "document_ready_is_never_deleted",
    "event_is_never_changed",
    "event_is_never_deleted",
    "published_minutes_are_never_changed",
    "published_minutes_are_never_deleted",
    "vote_count_is_never_changed",
}


@pytest.mark.django_db
def test_triggers_outlive_the_migrations():
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        names = {name for (name,) in cursor.fetchall()}

    assert names == TRIGGERS
