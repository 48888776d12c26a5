from django.utils import timezone

from committee.audit import act
from committee.authority import require
from committee.models import Person
from proposals.models import Paper


@act
def mark_read(paper: Paper, *, by: Person) -> Paper:
    """Mark a paper as read, for oneself. The mark is private: the record does not tell of it."""
    require(by, "proposals.mark_read", paper)
    paper.reading_marks.get_or_create(member=by, defaults={"marked_at": timezone.now()})
    return paper
