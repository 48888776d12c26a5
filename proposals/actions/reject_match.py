import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import ProposalMatch


@act
def reject_match(
    match: ProposalMatch, *, by: Person, at: dt.datetime | None = None
) -> ProposalMatch:
    """No, they are two systems: the paper's proposal stands on its own from now on."""
    require(by, "proposals.reject_match", match)
    at = at or timezone.now()
    move(match, "reject_match", decided_at=at, decided_by=by)
    record("proposals.reject_match", match, by=by, at=at)
    return match
