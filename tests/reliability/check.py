"""One check, in a process and with a database of its own, whatever becomes of it."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.databases import own_database
from tests.servers import ROOT, end_all_of, free_port

HERE = Path(__file__).parent
PATIENCE = {"small": 240, "full": 60 * 60}  # seconds


@dataclass(frozen=True)
class Done:
    line: str
    holds: bool


def names() -> list[str]:
    return sorted(file.stem.upper() for file in HERE.glob("r[0-9][0-9].py"))


def check(name: str, size: str) -> Done:
    """Run the check in a new process; what it says, or why it could not say anything."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        database, remove = own_database(folder, f"reliability_{name}")
        try:
            return _asked(name, size, _environment(folder, database))
        finally:
            end_all_of(folder)
            remove()


def _environment(folder, database):
    port = free_port()
    # the embedded broker and no cache beside the process: a site of its own, whole
    apart = {"REDIS_URL", "CELERY_BROKER_URL", "EMAIL_URL", "SITE_URL", "MEDIA_ROOT"}
    kept = {key: value for key, value in os.environ.items() if key not in apart}
    return kept | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "committee.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright keeps a loop in its thread
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "VAR_DIR": str(folder),
    }


def _asked(name, size, env):
    command = [sys.executable, "-m", "tests.reliability.one", name, size]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        said, _ = process.communicate(timeout=PATIENCE[size])
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        process.stdout.close()
        return Done(f"{name} 0/1 not done after {PATIENCE[size]} seconds", holds=False)
    lines = [line for line in said.splitlines() if line.startswith(f"{name} ")]
    if not lines:
        return Done(f"{name} 0/1 ended without a word ({process.returncode})", holds=False)
    return Done(lines[-1], holds=process.returncode == 0)
