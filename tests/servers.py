"""What every site of a test needs of its own: a port, processes that end with it."""

import os
import signal
import socket
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from redis import Redis

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def own_redis() -> str | None:
    """A numbered database of REDIS_URL, emptied, that no other test uses at this time."""
    if given := os.environ.get("REDIS_URL"):
        number = 13 - int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
        given = urlunsplit(urlsplit(given)._replace(path=f"/{number}"))
        with Redis.from_url(given) as redis:
            redis.flushdb()
    return given


def wait_until_it_answers(url: str, *, seconds: int = 60) -> None:
    for _ in range(seconds * 20):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=2).close()  # noqa: S310 -- loopback
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"{url} does not answer")


def processes_of(folder: Path) -> list[int]:
    """The processes that carry ``folder`` as VAR_DIR in their environment, but for this one."""
    mark, found = f"VAR_DIR={folder}".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append(int(process.name))
        except (OSError, ProcessLookupError):
            continue
    return [pid for pid in found if pid != os.getpid()]


def end_all_of(folder: Path) -> None:
    """kill -9 whatever still runs on ``folder``."""
    for pid in processes_of(folder):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
