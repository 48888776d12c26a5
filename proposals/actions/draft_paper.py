import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Paper, Proposal


@act
def draft_paper(
    proposal: Proposal,
    *,
    by: Person,
    stage: str,
    title: str,
    at: dt.datetime | None = None,
    **more,
) -> Paper:
    """Begin a paper about a proposal; the committee sees it once it is submitted.

    It follows the proposal's last paper unless ``more`` names another predecessor; ``more``
    may also give reference, stage_text, submitted_by, operational_lead and summary.
    """
    require(by, "proposals.draft_paper", proposal)
    more.setdefault("predecessor", proposal.papers.exclude(state="withdrawn").last())
    paper = proposal.papers.create(stage=stage, title=title, **more)
    record("proposals.draft_paper", paper, by=by, at=at, proposal=proposal.pk, stage=stage)
    return paper
