"""Files of papers: what is taken in, and the sentence for what is not."""

import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import puremagic

from committee import storage
from committee.refusals import Refused
from proposals import pdf_pages

MOST_BYTES = 25 * 1024 * 1024
MOST_PAGES = 2000
PDF = "application/pdf"


@dataclass(frozen=True)
class TakenIn:
    """A file that was looked at and stored, and is not yet of any paper."""

    name: str
    sha256: str
    size: int
    media_type: str = PDF


def take_in(upload) -> TakenIn:
    """Look at an uploaded file and store it. Done before the act: it takes time and no lock.

    Raises:
        Refused: it is not a PDF that can be read, or too large.
    """
    if upload.size > MOST_BYTES:
        raise Refused("The file is larger than 25 MB. Save the PDF with smaller pictures.")
    content = upload.read()
    if not content.startswith(b"%PDF-") or not _is_pdf(content):
        raise Refused("The file is not a PDF. Save the paper as PDF and choose that file.")
    pages = _pages(content)
    if not pages:
        raise Refused("The PDF cannot be read: it is damaged, empty or locked by a password.")
    if pages > MOST_PAGES:
        raise Refused(f"The PDF has {pages} pages; {MOST_PAGES} are the most.")
    return TakenIn(_clean(upload.name), storage.store(content), len(content))


def _is_pdf(content: bytes) -> bool:
    try:
        return puremagic.from_string(content, mime=True) == PDF
    except puremagic.PureError:
        return False


def _pages(content: bytes) -> int:
    """How many pages the PDF has, or 0 when it cannot be read in a child with little to spend."""
    try:
        reader = subprocess.run(  # noqa: S603 -- our own program, no argument from outside
            [sys.executable, "-I", pdf_pages.__file__],
            input=content,
            capture_output=True,
            timeout=2 * pdf_pages.SECONDS,
            check=True,
        )
    except subprocess.SubprocessError:
        return 0
    return int(reader.stdout or 0)


def _clean(name: str) -> str:
    """The file's own name without folders, control signs or an ending that lies."""
    words = "".join(c for c in Path(name).name if unicodedata.category(c)[0] != "C")
    stem = Path(words).stem.strip(" .") or "paper"
    return f"{stem[:116]}.pdf"
