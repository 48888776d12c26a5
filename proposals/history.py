"""The life of a proposal as the public may read it: what each meeting said, newest first."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q

from proposals.models import PublishedOutcome, Recommendation
from proposals.states import RecommendationState

TONES = {
    RecommendationState.OPEN: "info",
    RecommendationState.ANSWERED: "wait",
    RecommendationState.CLOSED: "good",
}


@dataclass(frozen=True)
class Asked:
    """A recommendation, condition or question as it was published, and how it stands today."""

    ref: str
    kind: str
    text: str
    withheld: str  # the reason, where its words are not public
    state: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Step:
    """One paper of the proposal at one meeting."""

    outcome: PublishedOutcome
    asked: list[Asked]


def of_proposal(proposal) -> list[Step]:
    """Every published step of ``proposal``, newest first."""
    rows = PublishedOutcome.objects.filter(paper__proposal=proposal)
    rows = list(rows)
    states = _states({asked["ref"] for row in rows for asked in row.asked})
    return [Step(row, [_asked(asked, states) for asked in row.asked]) for row in rows]


def _asked(said, states) -> Asked:
    mark = said["withheld"]
    state = states.get(said["ref"])
    return Asked(
        ref=said["ref"],
        kind=said["kind_label"],
        text="" if mark else said["text"],
        withheld=mark["reason"] if mark else "",
        state=state.label if state else "",
        tone=TONES[state] if state else "",
    )


def _states(refs: set[str]) -> dict[str, RecommendationState]:
    """How each of the published numbers R-64, C-18 … stands today."""
    numbered = sorted(ref.split("-") for ref in refs if ref)
    if not numbered:
        return {}
    wanted = Q()
    for kind, group in groupby(numbered, key=lambda parts: parts[0]):
        wanted |= Q(kind=kind, number__in=[int(number) for _, number in group])
    found = Recommendation.objects.filter(wanted).only("kind", "number", "state")
    return {row.label: RecommendationState(row.state) for row in found}
