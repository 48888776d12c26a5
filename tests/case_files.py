"""Words for tests about case files: one that was made, and what stands in it."""

import io
import zipfile

import pikepdf

from committee.storage import open_stored
from proposals.actions import order_case_file
from proposals.models import CaseFile
from proposals.tasks import make_case_file


def made(proposal, *, by, edition="internal") -> CaseFile:
    """The case file of ``proposal``, ordered and made."""
    ordered = order_case_file(proposal, by=by, edition=edition)
    make_case_file(ordered.pk)
    ordered.refresh_from_db()
    assert ordered.is_ready, ordered.failure
    return ordered


def members(case_file) -> dict[str, bytes]:
    """The bytes of every file in the zip, by its path."""
    with open_stored(case_file.sha256) as file, zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def words(case_file) -> str:
    """Every word of every member: names, pages, and the text of PDFs."""
    said = []
    for name, content in members(case_file).items():
        said += [name, content.decode(errors="replace")]
        if content.startswith(b"%PDF-"):
            said += _text_of(content)
    return "\n".join(said)


def _text_of(content: bytes) -> list[str]:
    if b"trailer" not in content and b"/Type" not in content:
        return []  # a stand-in of a few words, read as it is
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return [one.read_bytes().decode(errors="replace") for one in streams]
