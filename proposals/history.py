"""The life of a proposal as the public may read it: what each meeting said, newest first."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from proposals.known import PUBLIC, known_to
from proposals.models import TONES, PublishedFile, PublishedOutcome, Recommendation, Response
from proposals.responses import published_responses
from proposals.states import RecommendationState


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
    files: list[PublishedFile]
    responses: list[Response]


def of_proposal(proposal) -> list[Step]:
    """Every published step of ``proposal``, newest first."""
    rows = PublishedOutcome.objects.filter(paper__proposal=proposal)
    own = PublishedFile.objects.filter(paper=OuterRef("paper"))
    rows = list(rows.annotate(has_files=Exists(own)))
    files = defaultdict(list)
    if any(row.has_files for row in rows):
        for file in PublishedFile.objects.filter(paper__proposal=proposal):
            files[file.paper_id].append(file)
    states = states_of({asked["ref"] for row in rows for asked in row.asked})
    responses = published_responses(proposal) if rows else {}
    return [
        Step(
            row,
            [_asked(asked, states) for asked in row.asked],
            files[row.paper_id],
            responses.get((row.meeting_slug, row.paper_id), []),
        )
        for row in rows
    ]


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


def states_of(refs: set[str]) -> dict[str, RecommendationState]:
    """How each of the published numbers R-64, C-18 … stands today, as far as minutes told."""
    numbered = sorted(ref.split("-") for ref in refs if ref)
    if not numbered:
        return {}
    wanted = Q()
    for kind, group in groupby(numbered, key=lambda parts: parts[0]):
        wanted |= Q(kind=kind, number__in=[int(number) for _, number in group])
    found = known_to(Recommendation.objects.filter(wanted).only("kind", "number"), PUBLIC)
    return {row.label: RecommendationState(row.known) for row in found}
