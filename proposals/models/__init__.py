from proposals.models.advice import (
    RECOMMENDATION_KINDS,
    Advice,
    AdviceLine,
    Decision,
    DecisionPaper,
    Recommendation,
    RecommendationKind,
    Result,
    Unanimity,
)
from proposals.models.letter import AdviceLetter
from proposals.models.match import FormerSlug, ProposalMatch
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

__all__ = [
    "RECOMMENDATION_KINDS",
    "Advice",
    "AdviceLetter",
    "AdviceLine",
    "Decision",
    "DecisionPaper",
    "FormerSlug",
    "Paper",
    "PaperFile",
    "Proposal",
    "ProposalAlias",
    "ProposalKind",
    "ProposalLevel",
    "ProposalMatch",
    "ProposalPhase",
    "PublishedOutcome",
    "Recommendation",
    "RecommendationKind",
    "Result",
    "Stage",
    "Unanimity",
    "normalised",
    "with_latest_outcome",
]
