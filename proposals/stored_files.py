"""Rows of this app that have a stored file, for committee/stored_files.py."""

from collections.abc import Iterator

from proposals.models import CaseFile, PaperFile, PaperVersion, PublishedFile


def paper_files() -> Iterator[tuple[str, str, int]]:
    """The files of papers (settings.STORED_FILES)."""
    rows = PaperFile.objects.order_by("pk").values_list("pk", "name", "sha256", "size")
    for pk, name, sha256, size in rows.iterator():
        yield f"File {pk} of a paper, “{name}”", sha256, size
    # what is published of them, or will be: the copies with nothing hidden in them
    rows = PaperFile.objects.exclude(public_sha256=None).order_by("pk")
    copies = rows.values_list("pk", "name", "public_sha256", "public_size")
    for pk, name, sha256, size in copies.iterator():
        yield f"Public copy of file {pk} of a paper, “{name}”", sha256, size


def frozen_files() -> Iterator[tuple[str, str, int]]:
    """Files as submitted versions and open pages name them, whatever became of the row since."""
    versions = PaperVersion.objects.order_by("pk").values_list("pk", "snapshot__files")
    for pk, files in versions.iterator():
        for file in files or []:
            yield (
                f"A file of version {pk} of a paper, “{file['name']}”",
                file["sha256"],
                file["size"],
            )
    rows = PublishedFile.objects.order_by("pk").values_list("name", "sha256", "size")
    for name, sha256, size in rows.iterator():
        yield f"A published file, “{name}”", sha256, size


def case_files() -> Iterator[tuple[str, str, int]]:
    """The case files that were made (settings.STORED_FILES)."""
    rows = CaseFile.objects.exclude(sha256=None).order_by("pk")
    for pk, title, sha256, size in rows.values_list(
        "pk", "proposal__title", "sha256", "size"
    ).iterator():
        yield f"Case file {pk} of “{title}”", sha256, size
