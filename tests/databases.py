"""A database of its own for each site of a test, with every migration done already.

To migrate takes longer than many a test. So it is done once for all tests, and again when a
migration changes; each site begins with a copy.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2.errors import DuplicateDatabase

ROOT = Path(__file__).parent.parent
MADE_FROM = ["*/migrations/*.py", "committee/triggers.py", "requirements.txt"]


def own_database(folder: Path, name: str) -> tuple[str, Callable[[], None]]:
    """A new database on the engine of DATABASE_URL, and a function that removes it."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        path = folder / f"{name}.sqlite3"
        copyfile(_migrated_file(), path)
        return f"sqlite:///{path}", lambda: None
    name = f"{name}_{os.getpid()}".lower()
    _tell(given, f"DROP DATABASE IF EXISTS {name}")
    _tell(given, f"CREATE DATABASE {name} TEMPLATE {_migrated_database(given)}")
    return _at(given, name), lambda: _tell(given, f"DROP DATABASE {name} WITH (FORCE)")


def _migrated_file() -> Path:
    kept = Path(tempfile.gettempdir(), f"test_migrated_{_mark()}.sqlite3")
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            made = Path(folder, "new.sqlite3")
            _migrate(f"sqlite:///{made}", folder)
            made.replace(kept)  # whole or not at all, whoever else makes one
    return kept


def _migrated_database(given: str) -> str:
    kept, made = f"test_migrated_{_mark()}", f"test_migrating_{os.getpid()}"
    if not _tell(given, f"SELECT 1 FROM pg_database WHERE datname = '{kept}'"):
        _tell(given, f"DROP DATABASE IF EXISTS {made}")
        _tell(given, f"CREATE DATABASE {made}")
        with tempfile.TemporaryDirectory() as folder:
            _migrate(_at(given, made), folder)
        try:
            _tell(given, f"ALTER DATABASE {made} RENAME TO {kept}")
        except DuplicateDatabase:  # another process was faster
            _tell(given, f"DROP DATABASE {made}")
    return kept


def _mark() -> str:
    """What the migrations are, in a few letters; whose files these are, too."""
    said = hashlib.sha256(f"{ROOT} {os.getuid()}".encode())
    for path in sorted(path for pattern in MADE_FROM for path in ROOT.glob(pattern)):
        said.update(path.read_bytes())
    return said.hexdigest()[:12]


def _migrate(url: str, folder: str) -> None:
    env = os.environ | {"DATABASE_URL": url, "VAR_DIR": folder}
    env["DJANGO_SETTINGS_MODULE"] = "committee.settings"
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=env, check=True)


def _at(given: str, name: str) -> str:
    return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))


def _tell(given: str, statement: str) -> list:
    server = psycopg2.connect(given)
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    server.close()
    return rows
