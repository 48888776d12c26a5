"""Every trigger that migrations make is still there after all of them ran."""

import pytest
from django.db import connection

TRIGGERS = {
    "ballot_fixed_when_the_vote_closes",
    "ballot_kept_when_the_vote_closes",
    "ballot_only_in_an_open_vote",
    "case_file_ready_is_never_changed",
    "case_file_ready_is_never_deleted",
    "document_ready_is_never_changed",
    "document_ready_is_never_deleted",
    "event_is_never_changed",
    "event_is_never_deleted",
    "interest_is_never_deleted",
    "interest_withdrawn_is_never_changed",
    "line_version_is_never_changed",
    "line_version_is_never_deleted",
    "paper_version_is_never_changed",
    "paper_version_is_never_deleted",
    "published_minutes_are_never_changed",
    "published_minutes_are_never_deleted",
    "vote_is_never_deleted",
    "vote_is_never_opened_again",
    "vote_result_is_never_changed",
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
