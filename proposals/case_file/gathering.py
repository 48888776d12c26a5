"""From rows to the snapshot of a case file: its pages, and the stored files that go with them."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.text import slugify

from committee.models import CommitteeName
from proposals.models import CaseFileEdition, Proposal

ENDING = re.compile(r"\.([a-z0-9]{1,5})$")


@dataclass
class Case:
    """What is gathered: contributors add pages and files, and events concern what they name."""

    proposal: Proposal
    edition: CaseFileEdition
    pages: list[dict] = field(default_factory=list)
    files: dict[str, dict] = field(default_factory=dict)  # by path in the case file
    concerned: dict[str, dict[str, str]] = field(default_factory=dict)  # type → key → what it is

    def page(self, path: str, title: str, blocks: list[dict]) -> None:
        """Add a page; nothing is added where it has nothing to say."""
        if said := [block for block in blocks if block.get("rows", True)]:
            self.pages.append({"path": path, "title": title, "blocks": said})

    def file(self, folder: str, name: str, sha256: str, size: int) -> str:
        """Add a stored file, and return where in the case file it will be."""
        for path, known in self.files.items():
            if known["sha256"] == sha256 and path.startswith(f"{folder}/"):
                return path
        ending = ENDING.search(name.lower())
        stem = slugify(PurePosixPath(name).stem)[:60] or "file"
        path = f"{folder}/{len(self.files) + 1:03}-{stem}.{ending[1] if ending else 'bin'}"
        self.files[path] = {"path": path, "sha256": sha256, "size": size}
        return path

    def concerns(self, thing, what: str) -> None:
        """Acts on ``thing`` belong to this case; ``what`` is how it is called there."""
        keys = self.concerned.setdefault(thing._meta.label_lower, {})
        keys.setdefault(str(thing.pk), what)


def snapshot_of(proposal: Proposal, edition: CaseFileEdition) -> dict:
    """Everything an edition will say, as JSON: the same rows give the same value."""
    case = Case(proposal, edition)
    for name in settings.CASE_FILE[edition]:
        import_string(name)(case)
    return {
        "committee": str(CommitteeName.objects.on() or "Data Ethics Committee"),
        "title": proposal.title,
        "edition": edition.label,
        "is_public": edition == CaseFileEdition.PUBLIC,
        "pages": case.pages,
        "files": sorted(case.files.values(), key=lambda file: file["path"]),
    }


def digest_of(snapshot: dict) -> str:
    """The SHA-256 of what an edition says."""
    return hashlib.sha256(json.dumps(snapshot, sort_keys=True).encode()).hexdigest()


def parts_of(snapshot: dict) -> int:
    """How many files the zip will hold: pages, stored files, index, style and manifest."""
    return len(snapshot["pages"]) + len(snapshot["files"]) + 3
