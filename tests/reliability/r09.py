"""R09: what is hidden in a file is named, and taken out or kept from being published.

Each file of the corpus hides a canary by one technique. The sentence must name the technique, and
the public copy, where there is one, must hold no canary. Clean files, and PDFs made by this site,
must pass.
"""

import io
import zipfile

from committee import storage
from committee.models import Document
from committee.tasks import make
from proposals.files import uncover
from tests.attachments import everything_in
from tests.factories import NINE, appoint
from tests.hiding import CANARY, clean, hiding
from tests.reliability.result import Result

TARGET = 59
WHAT = "techniques named, and stopped or taken out"
EVERY = {"small": 6, "full": 1}  # each how manyth file is looked at
SHARE = 0.95
LEAST = {"small": 9, "full": 30}


def run(site, size):
    corpus = list(hiding())[:: EVERY[size]]
    faults = [fault for one in corpus if (fault := _fault(*one))]
    files = [*list(clean())[:: EVERY[size]], *_ours()]
    stopped = [name for name, content in files if not _passes(content)]
    passed = len(files) - len(stopped)
    what = f"{WHAT}; {passed} of {len(files)} clean files pass"
    what += f"; wrong: {'; '.join([*faults, *stopped])[:400]}" if faults or stopped else ""
    holds = not faults and passed >= SHARE * len(files) and len(corpus) >= LEAST[size]
    return Result(len(corpus) - len(faults), len(corpus), what, ok=holds)


def _fault(technique: str, content: bytes, words: str) -> str:
    """What is wrong with how one file was judged, or nothing."""
    found = uncover(storage.store(content))
    said = " ".join(one["words"] for one in found.findings)
    if words not in said:
        return f"{technique} is not named: {said[:80]}"
    if found.sha256 and _holds(storage.path_of(found.sha256).read_bytes()):
        return f"{technique} is still in the public copy"
    return ""


def _holds(content: bytes) -> bool:
    canary = CANARY.encode()
    if content.startswith(b"%PDF"):
        return canary in content or canary in everything_in(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(_holds(archive.read(name)) for name in archive.namelist())
    return canary in content


def _passes(content: bytes) -> bool:
    return uncover(storage.store(content)).sha256 is not None


def _ours():
    """(name, bytes) of a PDF that this site makes."""
    document = Document.objects.create(
        key="r09", title="A document of ours", template="documents/base.html",
        snapshot={"committee": "The Committee"}, ordered_at=NINE, ordered_by=appoint("secretariat"),
    )  # fmt: skip
    yield "a PDF of this site", storage.path_of(make(document)["sha256"]).read_bytes()
