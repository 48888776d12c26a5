"""Whether every stored file is what its row says: there, whole, of that size, of that hash.

Each app names the rows that have files in ``settings.STORED_FILES``: functions that give
``(what it is, SHA-256, size)`` for each. `manage.py check` asks this (docs/operations.md).
"""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from django.conf import settings
from django.core import checks
from django.db import DatabaseError
from django.utils.module_loading import import_string

from committee.models import Document
from committee.storage import path_of

AT_ONCE = 1024 * 1024  # bytes read at a time
TAG = "files"


@dataclass
class Found:
    """What a look at every stored file brought to light."""

    messages: list[checks.CheckMessage] = field(default_factory=list)
    files: int = 0
    size: int = 0  # bytes read
    seconds: float = 0.0

    @property
    def in_words(self) -> str:
        """A summary for whoever runs it: how much was read, and how fast."""
        megabytes = self.size / 1_000_000
        rate = f", {megabytes / self.seconds:.0f} MB/s" if self.seconds else ""
        wrong = sum(isinstance(one, checks.Error) for one in self.messages)
        return (
            f"Stored files: {self.files} read, {megabytes:.1f} MB in {self.seconds:.1f} s{rate}; "
            f"{wrong} wrong, {len(self.messages) - wrong} other remarks."
        )


def documents() -> Iterator[tuple[str, str, int]]:
    """The PDFs that were made (settings.STORED_FILES)."""
    ready = Document.objects.exclude(sha256=None).order_by("pk")
    for pk, title, sha256, size in ready.values_list("pk", "title", "sha256", "size").iterator():
        yield f"Document {pk}, “{title}”", sha256, size


def look() -> Found:
    """Read every stored file once, however many rows name it."""
    found, begun = Found(), time.monotonic()
    try:
        named = _rows_by_hash()
    except DatabaseError as error:
        said = f"The stored files could not be checked: {error}"
        found.messages.append(checks.Warning(said, hint="Run migrate first.", id="committee.W001"))
        return found
    for sha256, rows in named.items():
        found.messages += _faults(sha256, rows, found)
    found.messages += _without_a_row(named)
    found.seconds = time.monotonic() - begun
    return found


def _rows_by_hash() -> dict[str, list[tuple[str, int]]]:
    named: dict[str, list[tuple[str, int]]] = {}
    for name in settings.STORED_FILES:
        for what, sha256, size in import_string(name)():
            named.setdefault(sha256, []).append((what, size))
    return named


def _faults(sha256: str, rows: list[tuple[str, int]], found: Found) -> Iterator[checks.Error]:
    """What is wrong with one file, said for each row that names it."""
    path = path_of(sha256)
    try:
        held = path.lstat()
        actual = _hash_of(path) if S_ISREG(held.st_mode) else None
    except OSError as error:
        for what, _ in rows:
            yield _error(f"{what}: its file is missing ({error.strerror}).", path, "E001")
        return
    found.files += 1
    found.size += held.st_size
    for what, size in rows:
        if actual is None:
            yield _error(f"{what}: its file is no ordinary file.", path, "E001")
        elif held.st_size < size:
            sizes = f"{held.st_size} of {size} bytes"
            yield _error(f"{what}: its file is cut off ({sizes}).", path, "E002")
        elif actual != sha256:
            yield _error(f"{what}: its file was altered.", path, "E003")
        elif held.st_size != size:
            sizes = f"{held.st_size} bytes, and the row says {size}"
            yield _error(f"{what}: its file has another size ({sizes}).", path, "E004")


def _hash_of(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while read := file.read(AT_ONCE):
            made.update(read)
    return made.hexdigest()


def _error(sentence: str, path: Path, number: str) -> checks.Error:
    hint = f"Put {path.relative_to(settings.MEDIA_ROOT)} back from a copy of MEDIA_ROOT."
    return checks.Error(sentence, hint=hint, id=f"committee.{number}")


def _without_a_row(named) -> Iterator[checks.Warning]:
    """Files that no row names: left by a row that was removed, or put there by hand."""
    root = Path(settings.MEDIA_ROOT) / "sha256"
    for folder, _, names in os.walk(root):
        for name in sorted(set(names) - named.keys()):
            if not name.startswith("partial-"):
                path = (Path(folder) / name).relative_to(settings.MEDIA_ROOT)
                said = f"{path}: no row names this file."
                yield checks.Warning(said, hint="Nobody can reach it.", id="committee.W002")
