"""Files of papers: what is taken in, and the sentence for what is not.

The file is looked at in a child process with little to spend (``proposals/intake/cell.py``),
before the act: it takes time and no lock.
"""

import json
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from committee import storage
from committee.refusals import Refused
from proposals.intake import cell
from proposals.kinds import BY_ENDING, KINDS

PDF = "application/pdf"
SECONDS, MEGABYTES = 6, 144  # of the processor, for looking at one file
WAITS = 9  # seconds: it may have to share the processor
UNCOVER_SECONDS, UNCOVER_MEGABYTES = 20, 384  # for finding what is hidden in it
TOO_LONG = "Reading the file takes too long. Save it again, smaller or in parts."
NOT_AT_ALL = "The file could not be read: it is damaged, or far too large inside. Save it anew."


@dataclass(frozen=True)
class TakenIn:
    """A file that was looked at and stored, and is not yet of any paper."""

    name: str
    sha256: str
    size: int
    media_type: str = PDF


@dataclass(frozen=True)
class Uncovered:
    """What is hidden in a file, and its copy for the public, if nothing hidden is left in that.

    Each of ``findings`` has its ``words``, a sentence, and whether it ``is_removed``.
    """

    findings: list[dict]
    sha256: str | None = None
    size: int | None = None


def take_in(upload) -> TakenIn:
    """Look at an uploaded file (with ``name``, ``size`` and ``read``) and store it.

    Raises:
        Refused: it is of no kind that is taken in, too large, or unsound. The sentence says
            what to do.
    """
    if upload.size > settings.FILE_MEGABYTES << 20:
        raise Refused(too_large())
    return take_in_bytes(upload.name, upload.read())


def take_in_bytes(name: str, content: bytes) -> TakenIn:
    """The same for a file that is all here."""
    answer, _ = _asked("look", content, seconds=SECONDS, megabytes=MEGABYTES, waits=WAITS)
    if "refused" in answer:
        raise Refused(answer["refused"])
    kind = BY_ENDING[answer["kind"]]
    sha256 = storage.store(content)
    return TakenIn(clean_name(name, kind.ending), sha256, len(content), kind.media_type)


def uncover(sha256: str) -> Uncovered:
    """Look for what is hidden in a stored file; store its copy for the public, if it may have one.

    Raises:
        Refused: it cannot be read any more, or takes too long.
    """
    with storage.open_stored(sha256) as stored:
        content = stored.read()
    limits = {"seconds": UNCOVER_SECONDS, "megabytes": UNCOVER_MEGABYTES}
    answer, made = _asked("uncover", content, waits=UNCOVER_SECONDS + 8, **limits)
    if "refused" in answer:
        raise Refused(answer["refused"])
    findings = answer["findings"]
    if not all(found["is_removed"] for found in findings):
        return Uncovered(findings)
    if not findings:
        return Uncovered([], sha256, len(content))
    return Uncovered(findings, storage.store(made), len(made))


def too_large() -> str:
    return (
        f"The file is larger than {settings.FILE_MEGABYTES} MB. Save it with smaller pictures, or "
        "in parts."
    )


def _asked(work: str, content: bytes, *, seconds, megabytes, waits) -> tuple[dict, bytes]:
    """The answer of a child process, and what it made."""
    limits = [str(number) for number in (seconds, megabytes, len(content))]
    try:
        child = subprocess.run(  # noqa: S603 -- our own program, no word from outside
            [sys.executable, "-I", cell.__file__, work, *limits],
            input=content,
            capture_output=True,
            env={},
            timeout=waits,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"refused": TOO_LONG}, b""
    said, _, made = child.stdout.partition(b"\n")
    if child.returncode or not said:
        is_slow = child.returncode == -24  # SIGXCPU
        return {"refused": TOO_LONG if is_slow else NOT_AT_ALL}, b""
    return json.loads(said), made


def clean_name(name: str, ending: str) -> str:
    """The file's own name without folders, control signs or an ending that lies."""
    there = unicodedata.normalize("NFC", name.replace("\\", "/"))
    words = "".join(c for c in Path(there).name if unicodedata.category(c)[0] != "C")
    stem = _without_ending(" ".join(words.split())).strip(" .") or "file"
    return f"{stem[: 119 - len(ending)]}.{ending}"


def _without_ending(words: str) -> str:
    """``words`` without what looks like an ending: four letters at most, or one of ours."""
    stem, dot, last = words.rpartition(".")
    known = {kind.ending for kind in KINDS} | {"html", "xhtml"}
    is_ending = last.casefold() in known or (
        0 < len(last) <= 4 and last.isascii() and last.isalnum()
    )
    return stem if dot and is_ending and not last.isdigit() else words
