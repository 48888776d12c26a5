import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Organisation, Person
from committee.refusals import Refused
from proposals.models import Proposal
from proposals.naming import free_slug


@act
def add_proposal(
    *,
    by: Person,
    title: str,
    submitting_body: Organisation | None,
    at: dt.datetime | None = None,
    **more,
) -> Proposal:
    """Enter a system or project that papers will be about.

    ``more`` is reference, summary, sponsor, kind, level, phase. A name that another body gave
    to something unpublished is no obstacle, and so tells nothing: whether the two are one is
    asked of the secretariat when the first paper comes in (submit_paper).
    """
    require(by, "proposals.add_proposal", submitting_body)
    if known := Proposal.objects.visible_to(by).named(title).first():
        raise Refused(f"“{known}” is known by that name already.")
    proposal = Proposal.objects.create(
        slug=free_slug(title), title=title, submitting_body=submitting_body, **more
    )
    proposal.aliases.create(name=title)
    record("proposals.add_proposal", proposal, by=by, at=at, title=title)
    return proposal
