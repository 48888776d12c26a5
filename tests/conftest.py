"""The cast: Amina presents, Ben chairs, Chloe and Dev are members, Ed is the secretary,
Gus sits in the PCC's office, Fay is the public."""

from importlib import import_module

import hypothesis
import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from committee.kept import PAGES
from committee.models import TermsOfReference
from meetings.actions import (
    approve_minutes,
    draft_minutes,
    issue_draft_minutes,
    publish_minutes,
)
from proposals.models import PaperOutline
from tests import factories
from tests.chromium import chromium  # noqa: F401 -- a fixture
from tests.meetings.minutes import story

# How long an example takes is the machine's affair, and one tree gives one answer: its examples
# are the same in each run. `--hypothesis-profile=explore` goes where none has been before.
ANY_TIME = {"deadline": None, "suppress_health_check": list(hypothesis.HealthCheck)}
hypothesis.settings.register_profile("same", derandomize=True, max_examples=40, **ANY_TIME)
hypothesis.settings.register_profile("explore", max_examples=2000, **ANY_TIME)
hypothesis.settings.load_profile("same")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests that empty the tables come last: what migrations put there is gone after them.

    Those with servers of their own come first, so that no process is left alone with a long
    one in the end. (Several processes take tests from the front of one list: so both hold.)
    Those of a browser or of several processes wait for others on a busy machine: one that fails
    is tried once more, and both tries are listed.
    """
    for item in items:
        if any(map(item.get_closest_marker, ("browser", "worker"))):
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: (_empties_tables(item), not item.get_closest_marker("worker")))


def _empties_tables(item):
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or not {
        "live_server",
        "transactional_db",
    }.isdisjoint(item.fixturenames)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """In the end PostgreSQL drops no database in which somebody's thread is still connected."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")


@pytest.fixture(autouse=True, scope="session")
def _flush_despite_triggers():
    """Emptying tables between transactional tests is not tampering: let SQLite do it.

    (PostgreSQL truncates, which fires no row trigger.)
    """
    operations_class = DatabaseWrapper.ops_class
    flush = operations_class.execute_sql_flush

    def flush_without_triggers(operations, statements):
        with operations.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            flush(operations, statements)
            for _, sql in triggers:
                cursor.execute(sql)

    operations_class.execute_sql_flush = flush_without_triggers
    yield
    operations_class.execute_sql_flush = flush


@pytest.fixture(autouse=True)
def _quick_and_apart(settings, tmp_path):
    """Cheap password hashes, and a folder of its own for whatever a test writes."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"
    PAGES.clear()  # rows of the last test had the same keys
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def first_rows(transactional_db):
    """What migrations put into the tables, put back after a test that emptied them.

    (Serialised rollback cannot do it here: with Playwright's loop running, Django uses
    another connection object than the one on which the contents were kept.)
    """
    if not TermsOfReference.objects.exists():
        import_module("committee.migrations.0003_first_terms_of_reference").seed(apps, None)
    if not PaperOutline.objects.exists():
        import_module("proposals.migrations.0009_first_outline").write(apps, None)


@pytest.fixture
def amina(db):
    return factories.appoint("presenter", name="Amina Lab")


@pytest.fixture
def ben(db):
    return factories.appoint("chair", name="Ben Chair")


@pytest.fixture
def chloe(db):
    return factories.appoint("member", name="Chloe Member")


@pytest.fixture
def dev(db):
    return factories.appoint("member", name="Dev Member")


@pytest.fixture
def ed(db):
    return factories.appoint("secretariat", name="Ed Secretary")


@pytest.fixture
def gus(db):
    return factories.appoint("office", name="Gus Office")


@pytest.fixture
def fay():
    return AnonymousUser()


@pytest.fixture
def meeting(db, ben, chloe, dev, ed):
    """A meeting under way, with chair, two members and the secretary in the room."""
    meeting = factories.MeetingFactory(state="under_way", started_at=factories.NINE)
    for person in (ben, chloe, dev, ed):
        factories.seat(meeting, person)
    return meeting


@pytest.fixture
def minutes(meeting, ben):
    """The first version of a closed meeting's minutes, being drafted; the meeting has a story."""
    story.tell(meeting)
    meeting.state = "closed"
    meeting.save()
    return draft_minutes(meeting, by=ben)


@pytest.fixture
def issued(minutes, ed):
    return issue_draft_minutes(minutes, by=ed)


@pytest.fixture
def approved(issued, ben):
    return approve_minutes(issued, by=ben)


@pytest.fixture
def published(approved, ed):
    return publish_minutes(approved, by=ed)
