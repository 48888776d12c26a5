"""kill -9 a real worker twenty times, lose its messages: each document is ready once."""

import pytest

from tests.chaos.machine import Machine

pytestmark = pytest.mark.worker
KILLS = 20


@pytest.fixture(params=["embedded", "redis"])
def machine(request, tmp_path):
    machine = Machine(tmp_path, request.param)
    yield machine
    machine.stop()


def test_every_document_is_ready_once_though_the_worker_is_killed(machine):
    for number in range(KILLS):
        machine.ask("order", f"Agenda {number}")
        machine.until(lambda states: states.get("rendering"), seconds=30)
        if number in {6, 13}:
            machine.empty_broker()
        machine.kill_worker(whole_group=number % 3 > 0)
    machine.until(lambda states: set(states) == {"ready"}, seconds=60)

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
