from proposals.models.advice import (
    Addressee,
    Advice,
    AdviceLine,
    Binding,
    Decision,
    DecisionPaper,
    Result,
    Unanimity,
)
from proposals.models.case_file import CaseFile, CaseFileEdition
from proposals.models.checking import CheckPoint, CheckTick
from proposals.models.follow_up import Acceptance, ExpectedReturn, Response
from proposals.models.ledger import (
    RECOMMENDATION_KINDS,
    TONES,
    Answer,
    Extent,
    Recommendation,
    RecommendationKind,
    Ruling,
    Verdict,
)
from proposals.models.letter import AdviceLetter
from proposals.models.match import FormerSlug, ProposalMatch
from proposals.models.outline import PaperOutline, PaperSection, SectionGroup
from proposals.models.paper import Paper, PaperFile, Stage
from proposals.models.proposal import (
    Proposal,
    ProposalAlias,
    ProposalKind,
    ProposalLevel,
    ProposalPhase,
    normalised,
)
from proposals.models.published import PublishedOutcome, with_latest_outcome
from proposals.models.published_ledger import PublishedRecommendation, PublishedRuling
from proposals.models.question import AdvanceQuestion
from proposals.models.reading import ReadingMark
from proposals.models.upload import PublishedFile, Upload
from proposals.models.writing import (
    Evidence,
    EvidenceKind,
    EvidenceStatus,
    PaperVersion,
    Requirement,
    ReturnPlace,
    ReturnReason,
    SectionText,
)

__all__ = [
    "RECOMMENDATION_KINDS",
    "TONES",
    "Acceptance",
    "Addressee",
    "AdvanceQuestion",
    "Advice",
    "AdviceLetter",
    "AdviceLine",
    "Answer",
    "Binding",
    "CaseFile",
    "CaseFileEdition",
    "CheckPoint",
    "CheckTick",
    "Decision",
    "DecisionPaper",
    "Evidence",
    "EvidenceKind",
    "EvidenceStatus",
    "ExpectedReturn",
    "Extent",
    "FormerSlug",
    "Paper",
    "PaperFile",
    "PaperOutline",
    "PaperSection",
    "PaperVersion",
    "Proposal",
    "ProposalAlias",
    "ProposalKind",
    "ProposalLevel",
    "ProposalMatch",
    "ProposalPhase",
    "PublishedFile",
    "PublishedOutcome",
    "PublishedRecommendation",
    "PublishedRuling",
    "ReadingMark",
    "Recommendation",
    "RecommendationKind",
    "Requirement",
    "Response",
    "Result",
    "ReturnPlace",
    "ReturnReason",
    "Ruling",
    "SectionGroup",
    "SectionText",
    "Stage",
    "Unanimity",
    "Upload",
    "Verdict",
    "normalised",
    "with_latest_outcome",
]
