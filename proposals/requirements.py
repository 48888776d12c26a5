"""What the terms ask of papers at each stage. Where nothing is set, nothing is required."""

from django.utils import timezone

from committee.models import TermsOfReference
from proposals.models import Paper, Requirement


def required_of(paper: Paper) -> list[Requirement]:
    """What the terms in force today ask of ``paper`` at its stage."""
    found = TermsOfReference.objects.on(timezone.localdate())
    if found is None:
        return []
    return list(found.requirements.filter(stage=paper.stage))


def carry_over(new: TermsOfReference, last: TermsOfReference | None) -> None:
    """A new version of the terms asks what the last one asked (settings.ON_TERMS_ADOPTED)."""
    if last is None:
        return
    Requirement.objects.bulk_create(
        Requirement(
            terms=new,
            stage=one.stage,
            evidence=one.evidence,
            section=one.section,
            is_blocking=one.is_blocking,
        )
        for one in last.requirements.all()
    )
