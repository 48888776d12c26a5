import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.actions.order_case_file import order_case_file
from proposals.models import CaseFileEdition, PaperFile
from proposals.openness import show_files


@act
def mark_file_confidential(
    file: PaperFile, *, by: Person, at: dt.datetime | None = None
) -> PaperFile:
    """Keep a file to those who may read the paper; where it was published, it goes at once.

    So does every public case file that holds it, and one without it is made.
    """
    file.refresh_from_db()
    require(by, "proposals.mark_file_confidential", file)
    if not file.is_public:
        raise Refused("This file is confidential already.")
    file.is_public, file.public_sha256, file.public_size, file.findings = False, None, None, []
    file.save(update_fields=["findings", "is_public", "public_sha256", "public_size"])
    withdrawn = show_files([file.paper_id])
    record(
        "proposals.mark_file_confidential",
        file.paper,
        by=by,
        at=at,
        name=file.name,
        sha256=file.sha256,
        case_files=[one.pk for one in withdrawn],
    )
    proposal = file.paper.proposal
    if withdrawn and proposal.is_public:
        order_case_file(proposal, by=by, edition=CaseFileEdition.PUBLIC, at=at)
    return file
