import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Paper
from proposals.notices import tell_secretariat


@act
def withdraw_paper(
    paper: Paper, *, by: Person, reason: str = "", at: dt.datetime | None = None
) -> Paper:
    """Take a paper back that no meeting has considered yet; it stays on record as withdrawn."""
    require(by, "proposals.withdraw_paper", paper)
    was_submitted = paper.submitted_at is not None
    move(paper, "withdraw_paper")
    event = record("proposals.withdraw_paper", paper, by=by, at=at, reason=reason)
    if was_submitted:
        tell_secretariat(paper, event, besides=by)
    return paper
