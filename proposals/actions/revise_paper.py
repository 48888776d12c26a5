import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Paper


@act
def revise_paper(paper: Paper, *, by: Person, at: dt.datetime | None = None, **changes) -> Paper:
    """Change what a paper says of itself, until a meeting has considered it."""
    paper.refresh_from_db()
    require(by, "proposals.revise_paper", paper)
    changed = {name: new for name, new in changes.items() if getattr(paper, name) != new}
    if not changed:
        return paper
    for name, new in changed.items():
        setattr(paper, name, new)
    paper.save(update_fields=list(changed))
    said = {name: None if new is None else str(new) for name, new in sorted(changed.items())}
    record("proposals.revise_paper", paper, by=by, at=at, **said)
    return paper
