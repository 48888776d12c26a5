import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Paper


@act
def submit_paper(paper: Paper, *, by: Person, at: dt.datetime | None = None) -> Paper:
    """Put a paper before the committee: its members may read it from now on."""
    require(by, "proposals.submit_paper", paper)
    at = at or timezone.now()
    move(paper, "submit_paper", submitted_at=at)
    record("proposals.submit_paper", paper, by=by, at=at)
    return paper
