import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.files import Uncovered
from proposals.models import PaperFile
from proposals.openness import show_files


@act
def mark_file_public(
    file: PaperFile, uncovered: Uncovered, *, by: Person, at: dt.datetime | None = None
) -> PaperFile:
    """Let a file be published with the outcome of its paper, unless something is hidden in it.

    What was found is kept with the file either way. What can go without a change to what is
    seen is taken out of the public copy; anything else keeps the file from being published
    until it is replaced.
    """
    file.refresh_from_db()
    require(by, "proposals.mark_file_public", file)
    if file.is_public:
        raise Refused("This file is marked public already.")
    file.findings = uncovered.findings
    file.is_public = uncovered.sha256 is not None
    file.public_sha256, file.public_size = uncovered.sha256, uncovered.size
    file.save(update_fields=["findings", "is_public", "public_sha256", "public_size"])
    show_files([file.paper_id])
    record(
        "proposals.mark_file_public",
        file.paper,
        by=by,
        at=at,
        name=file.name,
        sha256=file.sha256,
        public_sha256=file.public_sha256,
        stopped_by=file.hides,
    )
    return file
