import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import PaperFile


@act
def release_file(file: PaperFile, *, by: Person, at: dt.datetime | None = None) -> PaperFile:
    """Let a file be read: the virus scanner found nothing in it."""
    require(by, "proposals.release_file", file)
    move(file, "release_file", scan_after=None)
    record("proposals.release_file", file.paper, by=by, at=at, name=file.name, sha256=file.sha256)
    return file
