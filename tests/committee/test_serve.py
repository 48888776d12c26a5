"""`manage.py serve` as an operator meets it: started, signalled, killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from shutil import copyfile
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
MANAGE = [sys.executable, "manage.py"]

pytestmark = pytest.mark.worker


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(tmp_path, port):
    """A site of its own: embedded database and broker, whatever the suite runs on."""
    kept = {key: value for key, value in os.environ.items() if not key.endswith("_URL")}
    return kept | {"VAR_DIR": str(tmp_path), "PORT": str(port), "PYTHONUNBUFFERED": "1"}


def alive(tmp_path):
    """The processes that carry this test's folder in their environment."""
    mark, found = f"VAR_DIR={tmp_path}".encode(), []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except (OSError, ProcessLookupError):
            continue
    return found


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


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("migrated")
    subprocess.run([*MANAGE, "migrate", "-v0"], cwd=ROOT, env=environment(folder, 1), check=True)
    return folder / "committee.sqlite3"


@pytest.fixture
def site(tmp_path, migrated):
    copyfile(migrated, tmp_path / "committee.sqlite3")
    port = free_port()
    environ = environment(tmp_path, port)
    log = (tmp_path / "log").open("w")
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
    assert wait_until(lambda: "Ready" in process.said(), seconds=90), process.said()
    assert wait_until(lambda: len(alive(tmp_path)) >= 8, seconds=90), process.said()
    yield process
    for pid in alive(tmp_path):
        os.kill(pid, signal.SIGKILL)
    process.wait()
    log.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_serve_ends_with_everything_it_started(site, number):
    os.killpg(site.pid, number)

    assert site.wait(timeout=10) == 0
    assert alive(site.folder) == []
    assert site.said().rstrip().endswith("Ended.")


def test_serve_killed_takes_everything_with_it(site):
    site.kill()

    assert wait_until(lambda: alive(site.folder) == [], seconds=20), alive(site.folder)


def test_serve_starts_a_fallen_program_again(site):
    os.kill(worker_of(site), signal.SIGKILL)

    assert wait_until(lambda: "The worker ended by itself (-9)" in site.said(), seconds=20)
    assert wait_until(lambda: len(alive(site.folder)) >= 8, seconds=40)
    assert healthz(site.port)


def worker_of(site):
    """The first process of the worker."""
    for pid in alive(site.folder):
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
