import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Paper, PaperFile, PaperOutline, Proposal
from proposals.states import FileState


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

    It follows the proposal's last paper unless ``more`` names another predecessor, and starts
    from that one's evidence; ``more`` may also give wanted_meeting, reference, stage_text,
    submitted_by, operational_lead and summary.
    """
    require(by, "proposals.draft_paper", proposal)
    more.setdefault("predecessor", proposal.papers.exclude(state="withdrawn").last())
    more.setdefault("outline", PaperOutline.objects.on(timezone.localdate(at)))
    paper = proposal.papers.create(stage=stage, title=title, **more)
    _carry_evidence(paper, by)
    record("proposals.draft_paper", paper, by=by, at=at, proposal=proposal.pk, stage=stage)
    return paper


def _carry_evidence(paper: Paper, by: Person) -> None:
    """What was shown last time holds until somebody says otherwise; its files come along."""
    if paper.predecessor is None:
        return
    for one in paper.predecessor.evidence.select_related("file"):
        one.pk, one.paper = None, paper
        one.file = one.file and _same_file(one.file, paper, by)
        one.save()


def _same_file(file: PaperFile, paper: Paper, by: Person) -> PaperFile | None:
    if file.state != FileState.READY:
        return None
    told = {"name": file.name, "size": file.size, "media_type": file.media_type, "added_by": by}
    return paper.files.get_or_create(sha256=file.sha256, defaults=told)[0]
