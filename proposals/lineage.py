"""Which paper follows which: the papers of one proposal in the order they were heard."""

from collections.abc import Iterable
from itertools import groupby

from proposals.models import Paper, Proposal


def link_predecessors(proposals: Iterable[int]) -> None:
    """Make each paper of ``proposals`` (their keys) follow the one heard before it.

    The day is asked by the name of a relation that the meetings app adds to papers: this
    app does not import it. Papers not yet put to a meeting, and links made by hand between
    such, stay as they are.
    """
    heard = Paper.objects.filter(proposal__in=proposals, meeting_papers__meeting__on__isnull=False)
    in_order = heard.order_by(
        "proposal", "meeting_papers__meeting__on", "meeting_papers__position", "pk"
    )
    changed = []
    for _, papers in groupby(in_order, key=lambda paper: paper.proposal_id):
        changed += _follow(list(dict.fromkeys(papers)))
    Paper.objects.bulk_update(changed, ["predecessor"])


def are_of_two_bodies(one: Proposal, other: Proposal) -> bool:
    """Whether each has a body of its own: merged, one would have the papers of the other."""
    bodies = {one.submitting_body_id, other.submitting_body_id} - {None}
    return len(bodies) == 2


def _follow(papers: list[Paper]) -> list[Paper]:
    changed = []
    for earlier, paper in zip([None, *papers], papers, strict=False):
        if paper.predecessor_id != (earlier.pk if earlier else None):
            paper.predecessor = earlier
            changed.append(paper)
    return changed
