from committee.audit import act
from committee.authority import require
from committee.models import Person
from proposals.models import Paper


@act
def mark_unread(paper: Paper, *, by: Person) -> Paper:
    """Take one's own reading mark off a paper. The record does not tell of it."""
    require(by, "proposals.mark_unread", paper)
    paper.reading_marks.filter(member=by).delete()
    return paper
