from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from proposals.models import CaseFile


@act
def finish_case_file(case_file: CaseFile, *, by: Person, at, sha256: str, size: int) -> CaseFile:
    """Note that a case file is made and stored."""
    require(by, "proposals.finish_case_file", case_file)
    if CaseFile.objects.held(case_file).select_for_update().first() is None:
        raise Refused("Another worker makes this case file now.")
    made = {"sha256": sha256, "size": size, "ready_at": at, "parts_done": case_file.parts}
    move(case_file, "finish_case_file", **made, token=None, lease_until=None)
    record("proposals.finish_case_file", case_file, by=by, at=at, sha256=sha256, size=size)
    return case_file
