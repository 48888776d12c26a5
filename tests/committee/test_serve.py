"""`manage.py serve` as an operator meets it: started, signalled, killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.databases import own_database
from tests.servers import ROOT, end_all_of, free_port, processes_of

MANAGE = [sys.executable, "manage.py"]

pytestmark = pytest.mark.worker


def environment(tmp_path, port):
    """A site of its own: embedded database and broker, whatever the suite runs on."""
    kept = {key: value for key, value in os.environ.items() if not key.endswith("_URL")}
    return kept | {"VAR_DIR": str(tmp_path), "PORT": str(port), "PYTHONUNBUFFERED": "1"}


def wait_until(answer, *, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer():
            return True
        time.sleep(0.1)
    return False


def healthz(port):
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)  # the embedded database of ``serve``
    own_database(tmp_path, "committee")
    port = free_port()
    environ = environment(tmp_path, port)
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [*MANAGE, "serve"],
            cwd=ROOT,
            env=environ,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    process.port, process.folder = port, tmp_path
    process.said = (tmp_path / "log").read_text
    try:
        assert wait_until(lambda: "Ready" in process.said(), seconds=90), process.said()
        assert wait_until(lambda: len(processes_of(tmp_path)) >= 8, seconds=90), process.said()
        yield process
    finally:
        end_all_of(tmp_path)
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_serve_ends_with_everything_it_started(site, number):
    os.killpg(site.pid, number)

    assert site.wait(timeout=10) == 0
    assert processes_of(site.folder) == []
    assert site.said().rstrip().endswith("Ended.")


def test_serve_killed_takes_everything_with_it(site):
    site.kill()

    assert wait_until(lambda: processes_of(site.folder) == [], seconds=20), processes_of(
        site.folder
    )


def test_serve_starts_a_fallen_program_again(site):
    os.kill(worker_of(site), signal.SIGKILL)

    assert wait_until(lambda: "The worker ended by itself (-9)" in site.said(), seconds=20)
    assert wait_until(lambda: len(processes_of(site.folder)) >= 8, seconds=40)
    assert healthz(site.port)


def worker_of(site):
    """The first process of the worker."""
    for pid in processes_of(site.folder):
        stat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        is_worker = b"--concurrency" in Path(f"/proc/{pid}/cmdline").read_bytes()
        if is_worker and int(stat[1]) == site.pid:
            return pid
    raise AssertionError("no worker")


def test_serve_says_when_the_port_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ended = subprocess.run(
            [*MANAGE, "serve"],
            cwd=ROOT,
            env=environment(tmp_path, port),
            capture_output=True,
            text=True,
            check=False,
        )

    assert ended.returncode == 1
    assert f"Port {port} is taken" in ended.stderr
