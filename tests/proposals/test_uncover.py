"""What is hidden in files, by technique: each named, and none left in a public copy."""

import io
import zipfile

import pytest

from proposals.hidden.uncover import uncover
from tests.attachments import everything_in
from tests.hiding import CANARY, clean, hiding

HIDING, CLEAN = list(hiding()), list(clean())


def everything_said(content: bytes) -> bytes:
    if content.startswith(b"%PDF"):
        return everything_in(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return content


@pytest.mark.parametrize(("name", "content", "words"), HIDING, ids=[one[0] for one in HIDING])
def test_each_technique_is_named_and_never_in_the_public_copy(name, content, words):
    answer, made = uncover(content)

    assert words in " ".join(found["words"] for found in answer["findings"])
    assert CANARY.encode() not in everything_said(made)
    assert bool(made) is all(found["is_removed"] for found in answer["findings"])


@pytest.mark.parametrize(("name", "content"), CLEAN, ids=[one[0] for one in CLEAN])
def test_what_hides_nothing_may_be_published(name, content):
    answer, made = uncover(content)

    assert made, answer
