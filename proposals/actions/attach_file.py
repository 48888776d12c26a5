import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.files import TakenIn
from proposals.models import Paper, PaperFile


@act
def attach_file(
    paper: Paper, file: TakenIn, *, by: Person, at: dt.datetime | None = None
) -> PaperFile:
    """Add a PDF to a paper, until a meeting has considered it."""
    paper.refresh_from_db()
    require(by, "proposals.attach_file", paper)
    if paper.files.filter(sha256=file.sha256).exists():
        raise Refused("This paper has that file already.")
    attached = paper.files.create(
        name=file.name,
        sha256=file.sha256,
        size=file.size,
        media_type=file.media_type,
        added_by=by,
    )
    record("proposals.attach_file", paper, by=by, at=at, name=file.name, sha256=file.sha256)
    return attached
