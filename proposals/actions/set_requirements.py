import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from proposals.models import EvidenceKind, Requirement


@act
def set_requirements(
    terms: TermsOfReference,
    *,
    by: Person,
    stage: str,
    asked: dict[str, bool],
    at: dt.datetime | None = None,
) -> list[Requirement]:
    """Say what papers of one stage need under a version of the terms.

    ``asked`` names kinds of evidence and keys of sections; the value says whether a paper
    without it is stopped, or its body only warned. What was submitted keeps what was asked then.
    """
    require(by, "proposals.set_requirements", terms)
    terms.requirements.filter(stage=stage).delete()
    rows = [
        Requirement(terms=terms, stage=stage, is_blocking=is_blocking, **_about(name))
        for name, is_blocking in sorted(asked.items())
    ]
    Requirement.objects.bulk_create(rows)
    record("proposals.set_requirements", terms, by=by, at=at, stage=stage, asked=asked)
    return rows


def _about(name: str) -> dict[str, str]:
    return {"evidence" if name in EvidenceKind.values else "section": name}
