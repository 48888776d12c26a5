"""kill -9 a real worker ten times, lose its messages: each document is ready once."""

import os
import time

import pytest
from django.conf import settings

from tests.chaos.machine import Machine

pytestmark = pytest.mark.worker
KILLS = int(os.environ.get("KILLS", "10"))  # more: KILLS=20 make test ARGS=…
BROKERS = ["redis"] if settings.REDIS_URL else ["embedded", "redis"]  # the run at scale: Redis


@pytest.fixture
def machine(request, tmp_path):
    machine = Machine(tmp_path, request.param)
    yield machine
    machine.stop()


@pytest.mark.parametrize("machine", BROKERS, indirect=True)
def test_every_document_is_ready_once_though_the_worker_is_killed(machine):
    for number in range(KILLS):
        machine.ask("order", f"Agenda {number}")
        begun = machine.ask("claims")
        machine.until(lambda claims, begun=begun: claims > begun, "claims")
        if number in {6, 13}:
            machine.empty_broker()
        machine.kill_worker(whole_group=number % 3 > 0)
    machine.until(lambda states: set(states) == {"ready"})

    facts = machine.ask("facts")

    assert facts["failures"] == []
    assert facts["states"] == {"ready": KILLS}
    assert facts["acts"] == ["committee.finish_document"]
    assert facts["ends"] == facts["documents"]
    assert facts["files"] == facts["hashes"]
    assert len(facts["files"]) == KILLS
    assert facts["broken"] == []
    assert facts["attempts"] > KILLS
    assert facts["chain"] is None


@pytest.mark.parametrize("machine", ["redis"], indirect=True)
def test_a_document_waits_for_a_broker_that_stops(machine):
    if machine.redis_server is None:
        pytest.skip("this Redis is not ours to stop: install redis-server")
    machine.ask("order", "Before")
    machine.until(lambda states: states == {"ready": 1})
    machine.stop_broker()

    started = time.monotonic()
    machine.ask("order", "Meanwhile")
    assert time.monotonic() - started < 2
    time.sleep(3)
    assert machine.ask("states") == {"ready": 1, "queued": 1}
    machine.start_broker()

    machine.until(lambda states: states == {"ready": 2})
