import hashlib
import multiprocessing
import os
import resource
import stat
import time
from pathlib import Path

import pytest

from committee import storage

CONTENT = b"what was decided" * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def everything(settings):
    """Every file under MEDIA_ROOT, by name."""

    def names():
        return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())

    return names


def test_store_names_a_file_by_its_content(everything):
    assert storage.store(CONTENT) == SHA256
    assert everything() == [SHA256]
    with storage.open_stored(SHA256) as file:
        assert file.read() == CONTENT


def test_store_lets_only_the_group_read():
    storage.store(CONTENT)

    assert stat.S_IMODE(storage.path_of(SHA256).stat().st_mode) == 0o640


def test_store_never_rewrites(everything):
    storage.store(CONTENT)
    before = storage.path_of(SHA256).stat()

    storage.store(CONTENT)

    assert storage.path_of(SHA256).stat() == before
    assert everything() == [SHA256]


def _store_on_a_full_disk(answers):
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        storage.store(CONTENT)
    except OSError as error:
        answers.put(error.strerror)


def test_store_leaves_nothing_when_the_disk_is_full(everything):
    processes = multiprocessing.get_context("fork")
    answers = processes.SimpleQueue()
    child = processes.Process(target=_store_on_a_full_disk, args=[answers])
    child.start()
    child.join()

    assert answers.get() == "File too large"
    assert everything() == []
    assert storage.store(CONTENT) == SHA256


def test_is_whole_notices_a_changed_and_a_missing_file():
    storage.store(CONTENT)
    assert storage.is_whole(SHA256)

    storage.path_of(SHA256).write_bytes(b"what was not")
    assert not storage.is_whole(SHA256)

    storage.path_of(SHA256).unlink()
    assert not storage.is_whole(SHA256)


def test_sweep_removes_only_what_was_left_long_ago(everything):
    storage.store(CONTENT)
    folder = storage.path_of(SHA256).parent
    (folder / "partial-new").write_bytes(b"being written")
    (folder / "partial-old").write_bytes(b"left by a killed worker")
    two_hours_ago = time.time() - 7200
    os.utime(folder / "partial-old", (two_hours_ago, two_hours_ago))

    assert storage.sweep() == 1
    assert everything() == sorted([SHA256, "partial-new"])
