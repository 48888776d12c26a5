import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from proposals.models import Paper
from proposals.notices import presenters_of, tell


@act
def accept_paper(paper: Paper, *, by: Person, at: dt.datetime | None = None) -> Paper:
    """Put a checked paper before the committee: its members may read it from now on."""
    require(by, "proposals.accept_paper", paper)
    at = at or timezone.now()
    move(paper, "accept_paper", accepted_at=at)
    event = record("proposals.accept_paper", paper, by=by, at=at)
    tell(presenters_of(paper), event, page=paper.get_absolute_url())
    return paper
