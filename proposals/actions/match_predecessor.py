import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import Paper


@act
def match_predecessor(
    paper: Paper, *, by: Person, predecessor: Paper | None, at: dt.datetime | None = None
) -> Paper:
    """Say which paper of the proposal a paper follows; None: it is the first."""
    require(by, "proposals.match_predecessor", paper)
    if predecessor and predecessor.proposal_id != paper.proposal_id:
        raise Refused("That paper is about another proposal: merge the two first.")
    if predecessor and _follows(predecessor, paper):
        raise Refused(f"“{predecessor}” comes after this paper itself.")
    was, paper.predecessor = paper.predecessor_id, predecessor
    paper.save(update_fields=["predecessor"])
    facts = {"was": was, "becomes": predecessor and predecessor.pk}
    record("proposals.match_predecessor", paper, by=by, at=at, **facts)
    return paper


def _follows(later: Paper, earlier: Paper) -> bool:
    """Whether ``later`` is ``earlier``, or comes after it however far."""
    chain = dict(later.proposal.papers.values_list("pk", "predecessor"))
    at, seen = later.pk, set()
    while at and at not in seen:
        if at == earlier.pk:
            return True
        seen.add(at)
        at = chain.get(at)
    return False
