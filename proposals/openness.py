"""Which files of papers are out in the open: rows, written when minutes or a mark say so.

The rule: the public copy of a file that is marked public, once published minutes say what came
of its paper. Open pages read these rows and nothing else of the files.
"""

from collections.abc import Iterable

from django.utils import timezone

from proposals.models import (
    CaseFile,
    CaseFileEdition,
    PaperFile,
    PublishedFile,
    PublishedOutcome,
    Result,
)
from proposals.states import FileState

CAME_TO = [Result.OUTCOME, Result.NOT_ASKED]  # deferred: it is still to be heard


def show_files(papers: Iterable[int]) -> list[CaseFile]:
    """Write anew which files of these papers (their keys) anybody may have. Within an act.

    Case files out in the open that hold one which goes are withdrawn with it, and returned.
    """
    papers = list(papers)
    PublishedFile.objects.filter(paper__in=papers).delete()
    files = PaperFile.objects.filter(
        paper__in=PublishedOutcome.objects.filter(paper__in=papers, result__in=CAME_TO)
        .order_by()
        .values("paper"),
        is_public=True,
        state=FileState.READY,
        public_sha256__isnull=False,
    )
    PublishedFile.objects.bulk_create(
        PublishedFile(
            paper_id=file.paper_id,
            name=file.name,
            sha256=file.public_sha256,
            size=file.public_size,
            media_type=file.media_type,
        )
        for file in files.order_by("pk")
    )
    return _withdrawn_with_files(papers)


def _withdrawn_with_files(papers: list[int]) -> list[CaseFile]:
    """Public editions, made or still to be made, with a file that nobody outside may have."""
    editions = CaseFile.objects.filter(
        edition=CaseFileEdition.PUBLIC, withdrawn_at=None, proposal__papers__in=papers
    ).distinct()
    found = []
    for one in editions:
        shown = PublishedFile.objects.filter(paper__proposal=one.proposal_id)
        held = {file["sha256"] for file in one.snapshot["files"]}
        if held - set(shown.values_list("sha256", flat=True)):
            found.append(one)
    keys = [one.pk for one in found]
    CaseFile.objects.filter(pk__in=keys).update(withdrawn_at=timezone.now())
    return found
