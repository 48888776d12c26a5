"""The papers of a record, each attached to its enduring proposal."""

from django.utils import timezone

from meetings.models import Meeting, MeetingPaper
from meetings.records import shape
from proposals.lineage import link_predecessors
from proposals.matching import Register
from proposals.models import Paper, ProposalMatch
from proposals.states import PaperState


def put_papers(meeting: Meeting, nodes: list[dict]) -> dict[str, Paper]:
    """The papers put to ``meeting``, by the keys the record gives them."""
    register = Register()
    attached = [_attach(register, node) for node in nodes]
    papers = Paper.objects.bulk_create(
        Paper(
            proposal=proposal,
            state=PaperState.CONSIDERED,
            accepted_at=timezone.now(),
            **{name: node.get(name) for name in shape.PROPOSAL[1:]},
        )
        for node, (proposal, _) in zip(nodes, attached, strict=True)
    )
    MeetingPaper.objects.bulk_create(
        MeetingPaper(
            meeting=meeting,
            paper=paper,
            key=node["key"],
            position=position,
            record_shape=shape.shape_of(node, shape.PROPOSAL),
        )
        for position, (node, paper) in enumerate(zip(nodes, papers, strict=True))
    )
    ProposalMatch.objects.bulk_create(
        ProposalMatch(
            paper=paper,
            candidate=candidate.proposal,
            score=round(candidate.score, 2),
            reason=candidate.reason,
        )
        for paper, (_, candidates) in zip(papers, attached, strict=True)
        for candidate in candidates
    )
    link_predecessors({paper.proposal_id for paper in papers})
    return dict(zip((node["key"] for node in nodes), papers, strict=True))


def _attach(register: Register, node: dict):
    """The proposal of a paper, which may be printed without a title."""
    reference, words = node.get("reference"), node["key"].replace("-", " ").capitalize()
    title = node.get("title") or reference or words
    return register.attach(title=title, reference=reference, submitted_by=node.get("submitted_by"))
