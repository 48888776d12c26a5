"""Files, kept by what they contain: whole or not at all, and never rewritten.

A file lives under ``MEDIA_ROOT/sha256/ab/abcd…`` and is written beside it first, forced to
disk and renamed, so that a crash or a full disk leaves no half file under a final name.
"""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from django.conf import settings

MODE = 0o640
LEFT_OVER_AFTER = 60 * 60  # seconds; no write takes that long


def path_of(sha256: str) -> Path:
    """Where the file with this hash is, or would be."""
    return Path(settings.MEDIA_ROOT) / "sha256" / sha256[:2] / sha256


def store(content: bytes) -> str:
    """Keep ``content`` and return its SHA-256. Storing it again changes nothing."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not path_of(sha256).exists():
        store_written(lambda file: file.write(content))
    return sha256


def store_written(write: Callable[[BinaryIO], object]) -> tuple[str, int]:
    """Keep what ``write`` writes into the file it is given; its SHA-256 and its size.

    It goes to disk as it is written, so it may be larger than memory.
    """
    folder = Path(settings.MEDIA_ROOT) / "sha256" / "new"
    folder.mkdir(parents=True, exist_ok=True, mode=0o750)
    descriptor, beside = mkstemp(prefix="partial-", dir=folder)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            write(file)
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            os.fchmod(file.fileno(), MODE)
            file.flush()
            os.fsync(file.fileno())
        path = path_of(sha256)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        if path.exists():
            Path(beside).unlink()
        else:
            Path(beside).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(beside).unlink()
        raise
    _sync(path.parent)
    return sha256, size


def open_stored(sha256: str) -> BinaryIO:
    """The file with this hash, open for reading."""
    return path_of(sha256).open("rb")


def is_whole(sha256: str) -> bool:
    """Whether the file is there and still contains what its name says."""
    with suppress(FileNotFoundError), open_stored(sha256) as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    return False


def sweep() -> int:
    """Remove what writers that were killed left behind; say how many files that was."""
    old = time.time() - LEFT_OVER_AFTER
    leftovers = [
        path
        for path in Path(settings.MEDIA_ROOT).glob("sha256/*/partial-*")
        if path.stat().st_mtime < old
    ]
    for path in leftovers:
        path.unlink(missing_ok=True)
    return len(leftovers)


def _sync(folder: Path) -> None:
    """Make the new name survive a power cut as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
