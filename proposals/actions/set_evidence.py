import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import Evidence, EvidenceKind, EvidenceStatus, Paper

EMPTY = {"dated": None, "approver": "", "covers_human_rights": None, "note": "", "file": None}


@act
def set_evidence(
    paper: Paper,
    *,
    by: Person,
    kind: str,
    status: str,
    at: dt.datetime | None = None,
    **more,
) -> Evidence:
    """Say how far one piece of a paper's evidence is.

    ``more`` is dated, approver, covers_human_rights (of a legal opinion), note and file.
    """
    paper.refresh_from_db()
    require(by, "proposals.set_evidence", paper)
    said = EMPTY | more | {"status": status}
    _check(paper, said)
    if kind != EvidenceKind.LEGAL_OPINION:
        said["covers_human_rights"] = None
    evidence, _ = paper.evidence.update_or_create(kind=kind, defaults=said)
    told = {name: None if value is None else str(value) for name, value in said.items()}
    record("proposals.set_evidence", paper, by=by, at=at, kind=kind, **told)
    return evidence


def _check(paper: Paper, said: dict) -> None:
    if said["status"] == EvidenceStatus.APPROVED and not (said["dated"] and said["approver"]):
        raise Refused("Say who approved it, and on what day.")
    if said["status"] == EvidenceStatus.NOT_NEEDED and not said["note"].strip():
        raise Refused("Say in the note why it is not needed.")
    if said["file"] is not None and said["file"].paper_id != paper.pk:
        raise Refused("This file is of another paper. Attach it to this one first.")
