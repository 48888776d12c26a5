import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.actions.merge_proposals import merge_proposals
from proposals.models import ProposalMatch
from proposals.states import MatchState


@act
def confirm_match(
    match: ProposalMatch, *, by: Person, at: dt.datetime | None = None
) -> ProposalMatch:
    """Yes, the paper is about the candidate, and so about no other: the two become one."""
    require(by, "proposals.confirm_match", match)
    at = at or timezone.now()
    move(match, "confirm_match", decided_at=at, decided_by=by)
    for other in match.paper.matches.filter(state=MatchState.OPEN):
        move(other, "reject_match", decided_at=at, decided_by=by)
    if match.paper.proposal_id != match.candidate_id:
        merge_proposals(match.paper.proposal, match.candidate, by=by, at=at)
    record("proposals.confirm_match", match, by=by, at=at)
    return match
