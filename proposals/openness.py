"""Which files of papers are out in the open: rows, written when minutes or a mark say so.

The rule: the public copy of a file that is marked public, once published minutes say what came
of its paper. Open pages read these rows and nothing else of the files.
"""

from collections.abc import Iterable

from proposals.models import PaperFile, PublishedFile, PublishedOutcome, Result
from proposals.states import FileState

CAME_TO = [Result.OUTCOME, Result.NOT_ASKED]  # deferred: it is still to be heard


def show_files(papers: Iterable[int]) -> None:
    """Write anew which files of these papers (their keys) anybody may have. Within an act."""
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
