from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.broker import hint
from committee.models import Person
from committee.states import DocumentState
from proposals.case_file.gathering import digest_of, parts_of, snapshot_of
from proposals.models import CaseFile, CaseFileEdition, Proposal

TASK = "proposals.tasks.make_case_file"


@act
def order_case_file(proposal: Proposal, *, by: Person, edition: str, at=None) -> CaseFile:
    """Have the case file of a proposal made; where it would say the same, the last one stands."""
    wanted = CaseFile(proposal=proposal, edition=CaseFileEdition(edition))
    require(by, "proposals.order_case_file", wanted)
    wanted.snapshot = snapshot_of(proposal, wanted.edition)
    wanted.digest, wanted.parts = digest_of(wanted.snapshot), parts_of(wanted.snapshot)
    last = proposal.case_files.filter(edition=edition, withdrawn_at=None)
    last = last.exclude(state=DocumentState.FAILED).order_by("-pk").first()
    if last and last.digest == wanted.digest:
        return last
    wanted.ordered_at, wanted.ordered_by = at or timezone.now(), by
    wanted.save(force_insert=True)
    record("proposals.order_case_file", wanted, by=by, at=at, digest=wanted.digest)
    transaction.on_commit(partial(hint, TASK, wanted.pk))
    return wanted
