import datetime as dt
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals import scanning
from proposals.files import TakenIn
from proposals.models import Paper, PaperFile
from proposals.states import FileState


@act
def attach_file(
    paper: Paper, file: TakenIn, *, by: Person, at: dt.datetime | None = None
) -> PaperFile:
    """Add a file to a paper, until a meeting has considered it. A virus scanner may hold it."""
    paper.refresh_from_db()
    require(by, "proposals.attach_file", paper)
    if paper.files.filter(sha256=file.sha256).exists():
        raise Refused("This paper has that file already.")
    facts = {"name": file.name, "sha256": file.sha256}
    attached = PaperFile(
        paper=paper,
        size=file.size,
        media_type=file.media_type,
        added_by=by,
        **facts,
        **(_held() if settings.CLAMD_URL else {}),
    )
    attached.save(force_insert=True)
    transaction.on_commit(partial(scanning.hint_at, attached))
    record("proposals.attach_file", paper, by=by, at=at, **facts)
    return attached


def _held() -> dict:
    """For nobody to have, until the scanner has answered."""
    return {"state": FileState.HELD, "scan_after": timezone.now()}
