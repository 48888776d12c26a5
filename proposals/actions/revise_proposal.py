import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Proposal, normalised


@act
def revise_proposal(
    proposal: Proposal, *, by: Person, at: dt.datetime | None = None, **changes
) -> Proposal:
    """Change what is said of a proposal; a former title stays one of its names."""
    require(by, "proposals.revise_proposal", proposal)
    changed = {name: new for name, new in changes.items() if getattr(proposal, name) != new}
    if not changed:
        return proposal
    for name, new in changed.items():
        setattr(proposal, name, new)
    proposal.save(update_fields=list(changed))
    if "title" in changed:
        name = {"name": proposal.title}
        proposal.aliases.get_or_create(normalised=normalised(proposal.title), defaults=name)
    said = {name: None if new is None else str(new) for name, new in sorted(changed.items())}
    record("proposals.revise_proposal", proposal, by=by, at=at, **said)
    return proposal
