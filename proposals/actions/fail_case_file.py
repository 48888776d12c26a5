from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from proposals.models import CaseFile


@act
def fail_case_file(case_file: CaseFile, *, by: Person, reason: str) -> CaseFile:
    """Note that a case file cannot be made, and why."""
    require(by, "proposals.fail_case_file", case_file)
    if CaseFile.objects.held(case_file).select_for_update().first() is None:
        raise Refused("Another worker makes this case file now.")
    reason = reason[:500]
    move(case_file, "fail_case_file", failure=reason, token=None, lease_until=None)
    record("proposals.fail_case_file", case_file, by=by, reason=reason)
    return case_file
