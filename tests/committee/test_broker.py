"""A broker may be away, silent, slow or emptied: requests go on and hints flow again."""

import socket
import time

import pytest
from celery.beat import ScheduleEntry
from kombu import Connection

from committee import broker
from committee.celery import app


@pytest.fixture(autouse=True)
def _not_silent(monkeypatch):
    monkeypatch.setattr(broker, "_silent", {"until": 0.0})


@pytest.fixture
def folders(monkeypatch, tmp_path):
    """The embedded broker, in folders of this test."""
    options = {
        "data_folder_in": str(tmp_path / "broker" / "messages"),
        "data_folder_out": str(tmp_path / "broker" / "messages"),
        "control_folder": str(tmp_path / "broker" / "control"),
    }
    connections = lambda: Connection(  # noqa: E731 -- each call a new one
        "filesystem://", transport="committee.broker:Transport", transport_options=options
    )
    monkeypatch.setattr(app, "connection_for_write", connections)
    return tmp_path / "broker"


def messages(folders):
    return sorted((folders / "messages").glob("*.msg"))


def test_hint_leaves_a_message(folders):
    assert broker.hint("render_document", 7)

    (message,) = messages(folders)
    assert "committee.tasks.render_document" in message.read_text()


def test_hint_works_again_after_the_broker_was_emptied(folders):
    broker.hint("sweep")
    for path in sorted(folders.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folders.rmdir()

    assert broker.hint("sweep")
    assert len(messages(folders)) == 1


def receive(connection):
    return connection.SimpleQueue(app.conf.task_default_queue).get(timeout=0.2)


def test_the_embedded_broker_skips_what_a_killed_writer_left(folders):
    broker.hint("sweep")
    (folders / "messages" / f"0_0.{app.conf.task_default_queue}.msg").write_bytes(b"")

    with app.connection_for_write() as connection:
        assert receive(connection).headers["task"] == "committee.tasks.sweep"


def test_the_embedded_broker_waits_without_its_folders(folders):
    with app.connection_for_write() as connection:
        queue = connection.SimpleQueue(app.conf.task_default_queue)
        with pytest.raises(queue.Empty):
            queue.get(timeout=0.1)
        assert (queue.qsize(), queue.clear()) == (0, 0)


@pytest.fixture(params=["closed", "silent"])
def dead_broker(request, monkeypatch):
    """Redis at a port where nobody listens, or where nobody ever answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"redis://127.0.0.1:{server.getsockname()[1]}/0"
        if request.param == "closed":
            server.close()
        monkeypatch.setattr(app, "connection_for_write", lambda: Connection(url))
        Connection(url).get_transport_cls()  # its import is no part of what is measured
        yield


def test_hint_costs_a_request_little_when_the_broker_is_dead(dead_broker, caplog):
    started = time.monotonic()

    assert not broker.hint("render_document", 7)

    assert time.monotonic() - started < 1
    assert "No hint for render_document(7,)" in caplog.text


def test_hint_does_not_ask_a_dead_broker_again_at_once(dead_broker):
    broker.hint("render_document", 7)
    started = time.monotonic()

    assert not any(broker.hint("render_document", n) for n in range(100))

    assert time.monotonic() - started < 0.05


def test_the_clock_speaks_through_hints(monkeypatch):
    told = []
    monkeypatch.setattr(broker, "hint", told.append)
    clock = broker.Clock(app, lazy=True)

    clock.apply_entry(
        ScheduleEntry(name="sweep", task="sweep", schedule=3, app=app), clock.producer
    )

    assert told == ["sweep"]
