"""From the snapshot of a case file to the zip: the same snapshot gives the same bytes."""

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.template.loader import render_to_string
from django.utils import timezone

from committee.refusals import Refused
from committee.storage import open_stored

AT_ONCE = 256 * 1024  # bytes copied between two looks at the clock
MANIFEST = "manifest.sha256"  # as sha256sum writes and checks it
PACKED = {".docx", ".xlsx", ".pptx", ".png", ".pdf"}  # as small as they can be already


def pack(case_file, into: BinaryIO, *, part_done: Callable[[int], None]) -> None:
    """Write the zip of ``case_file`` into a file, telling after each piece how many are done."""
    made = timezone.localtime(case_file.ordered_at).timetuple()[:6]
    sums, done = [], 0
    with ZipFile(into, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for path, pieces in _members(case_file):
            hashed = hashlib.sha256()
            with archive.open(_info(path, made), "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)
                    hashed.update(piece)
                    part_done(done)
            _same(path, hashed.hexdigest(), case_file)
            sums.append(f"{hashed.hexdigest()}  {path}\n")
            done += 1
            part_done(done)
        archive.writestr(_info(MANIFEST, made), "".join(sums))
    part_done(done + 1)


def _info(path: str, made) -> ZipInfo:
    info = ZipInfo(path, made)
    info.create_system = 3  # the same on every machine
    info.external_attr = 0o644 << 16
    packed = any(path.endswith(ending) for ending in PACKED)
    info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
    return info


def _members(case_file) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Path and content of every member but the manifest, in their order."""
    said = case_file.snapshot
    about = {"case": said, "ordered_at": case_file.ordered_at}
    yield "index.html", _printed("proposals/case_file/index.html", about)
    yield "style.css", _printed("proposals/case_file/style.css", {})
    for page in said["pages"]:
        root = "../" * page["path"].count("/")
        values = about | {"page": page, "root": root}
        yield page["path"], _printed("proposals/case_file/page.html", values)
    for file in said["files"]:
        yield file["path"], _stored(file["sha256"])


def _printed(template: str, values: dict) -> Iterator[bytes]:
    yield render_to_string(template, values).encode()


def _stored(sha256: str) -> Iterator[bytes]:
    with open_stored(sha256) as file:
        while piece := file.read(AT_ONCE):
            yield piece


def _same(path: str, sha256: str, case_file) -> None:
    """A stored file goes in as it was stored, or the case file is not made."""
    for file in case_file.snapshot["files"]:
        if file["path"] == path and file["sha256"] != sha256:
            raise Refused(f"The stored file for {path} was altered: run manage.py check.")
