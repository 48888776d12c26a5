"""The search of a browser's profile finds what is there."""

import gzip
import zlib

import pytest

from tests.reliability.profile import holding


@pytest.mark.parametrize(
    "write",
    [
        str.encode,
        lambda text: text.encode("utf-16-le"),
        lambda text: b"head" + gzip.compress(text.encode()) + b"tail",
        lambda text: zlib.compress(text.encode()) + b"tail",
    ],
)
def test_words_are_found_however_they_are_written(tmp_path, write):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "000003.log").write_bytes(write("Said by Chloe: zwkjhqpa, and more"))
    (tmp_path / "other").write_bytes(b"nothing")

    assert holding(tmp_path, ["zwkjhqpa", "absent"]) == {"deep/000003.log": ["zwkjhqpa"]}
