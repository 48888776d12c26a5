import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.actions.revise_proposal import revise_proposal
from proposals.models import Paper


@act
def revise_paper(paper: Paper, *, by: Person, at: dt.datetime | None = None, **changes) -> Paper:
    """Change what a paper says of itself, until a meeting has considered it.

    ``sponsor`` is said of its proposal, ``presenters`` are the people who present it.
    """
    paper.refresh_from_db()
    require(by, "proposals.revise_paper", paper)
    if about := _of_proposal(paper, changes):
        revise_proposal(paper.proposal, by=by, at=at, **about)
    said = _presenters(paper, changes)
    changed = {name: new for name, new in changes.items() if getattr(paper, name) != new}
    for name, new in changed.items():
        setattr(paper, name, new)
        said[name] = None if new is None else str(new)
    if not said:
        return paper
    paper.save(update_fields=list(changed))
    record("proposals.revise_paper", paper, by=by, at=at, **dict(sorted(said.items())))
    return paper


def _of_proposal(paper: Paper, changes: dict) -> dict:
    """Who asked for the work is said of the proposal, as far as it is changed."""
    sponsor = changes.pop("sponsor", paper.proposal.sponsor)
    return {} if sponsor == paper.proposal.sponsor else {"sponsor": sponsor}


def _presenters(paper: Paper, changes: dict) -> dict:
    wanted = changes.pop("presenters", None)
    if wanted is None or set(wanted) == set(paper.presenters.all()):
        return {}
    paper.presenters.set(wanted)
    return {"presenters": sorted(str(person) for person in wanted)}
