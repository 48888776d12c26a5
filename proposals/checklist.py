"""What the secretariat looks at in the version that it checks."""

from dataclasses import dataclass

from django.db.models import Q

from proposals.models import (
    CheckPoint,
    CheckTick,
    EvidenceKind,
    EvidenceStatus,
    Paper,
    PaperVersion,
)
from proposals.said import said_in

THERE = {
    EvidenceStatus(one).label
    for one in (EvidenceStatus.FINAL, EvidenceStatus.APPROVED, EvidenceStatus.NOT_NEEDED)
}


@dataclass(frozen=True)
class Point:
    """One thing to look at, and who found it right in this version."""

    point: CheckPoint
    tick: CheckTick | None


def points_of(paper: Paper, version: PaperVersion | None) -> list[Point]:
    """The points for papers of this stage, each with its tick in ``version``."""
    ticks = version.ticks.select_related("ticked_by") if version else []
    ticked = {tick.point_id: tick for tick in ticks}
    wanted = Q(is_in_use=True) & (Q(stage=None) | Q(stage=paper.stage)) | Q(pk__in=ticked)
    return [Point(point, ticked.get(point.pk)) for point in CheckPoint.objects.filter(wanted)]


@dataclass(frozen=True)
class Requested:
    """One thing that the terms asked of this version when it was submitted."""

    label: str
    detail: str
    is_met: bool


def requested_of(version: PaperVersion | None) -> list[Requested]:
    """What the terms ask, and whether the frozen text has it: what is missing first."""
    if version is None:
        return []
    told = {one.key: one for one in said_in(version)}
    evidence = {one["kind"]: one for one in version.snapshot.get("evidence", [])}
    found = [_requested(one, told, evidence) for one in version.snapshot.get("asked", [])]
    return sorted(found, key=lambda one: one.is_met)


def _requested(asked: dict, told: dict, evidence: dict) -> Requested:
    if kind := asked["evidence"]:
        known = evidence.get(kind)
        status = known["status"] if known else ""
        said = [status.lower(), *_lacks(known)] if known else []
        return Requested(EvidenceKind(kind).label, ", ".join(said), status in THERE)
    section = told.get(asked["section"])
    label = section.heading if section else asked["section"]
    is_met = bool(section and section.text.strip())
    return Requested(label, "" if is_met else "nothing is said", is_met)


def _lacks(evidence: dict) -> list[str]:
    """What is not there to be looked at of something that is said to be done."""
    if evidence["status"] not in THERE - {EvidenceStatus.NOT_NEEDED.label}:
        return []
    there = {"no file": evidence.get("file"), "no date": evidence.get("dated")}
    return [words for words, known in there.items() if not known]


def missing_in(version: PaperVersion | None) -> list[str]:
    return [one.label for one in requested_of(version) if not one.is_met]
