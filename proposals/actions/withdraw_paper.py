import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Paper


@act
def withdraw_paper(
    paper: Paper, *, by: Person, reason: str = "", at: dt.datetime | None = None
) -> Paper:
    """Take a paper back that no meeting has considered yet; it stays on record as withdrawn."""
    require(by, "proposals.withdraw_paper", paper)
    move(paper, "withdraw_paper")
    record("proposals.withdraw_paper", paper, by=by, at=at, reason=reason)
    return paper
