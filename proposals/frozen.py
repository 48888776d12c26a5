"""The files that a submitted version names: kept by their hash, whatever became of their rows."""

from dataclasses import dataclass

from proposals.kinds import kind_of
from proposals.models import PaperFile, PaperVersion
from proposals.states import FileState


@dataclass(frozen=True)
class FrozenFile:
    """A file as one version names it, and whether it may be handed out today."""

    name: str
    sha256: str
    size: int
    media_type: str
    is_public: bool
    is_ready: bool
    is_attached: bool  # the paper still has it

    @property
    def kind(self) -> str:
        return kind_of(self.media_type)


def files_of(version: PaperVersion) -> list[FrozenFile]:
    """The files that were submitted with ``version``."""
    return _as_they_stand(version, version.snapshot.get("files", []))


def named_in(version: PaperVersion) -> dict[str, FrozenFile]:
    """Every file that ``version`` names, by its hash: its own, of evidence, of answers."""
    said = version.snapshot
    cited = [*said.get("evidence", []), *said.get("answers", [])]
    files = [one["file"] for one in cited if one.get("file")]
    found = _as_they_stand(version, [*files, *said.get("files", [])])
    return {one.sha256: one for one in found}


def open_files_of(version: PaperVersion) -> set[str]:
    """The hashes of the files that ``version`` names and that may be handed out today."""
    return {key for key, one in named_in(version).items() if one.is_ready}


def _as_they_stand(version, files: list[dict]) -> list[FrozenFile]:
    hashes = [one["sha256"] for one in files]
    rows = PaperFile.objects.filter(
        paper__proposal=version.paper.proposal_id, sha256__in=hashes
    ).order_by("pk")
    known: dict[str, list[PaperFile]] = {}
    for row in rows:
        known.setdefault(row.sha256, []).append(row)
    return [_frozen(version, one, known.get(one["sha256"], [])) for one in files]


def _frozen(version, said: dict, rows: list[PaperFile]) -> FrozenFile:
    """What the virus scanner says counts to this day: of its rows, else when it was frozen."""
    states = {row.state for row in rows} or {said.get("state", "")}
    first = rows[0] if rows else None
    return FrozenFile(
        name=said["name"],
        sha256=said["sha256"],
        size=said.get("size") or (first.size if first else 0),
        media_type=said.get("media_type") or (first.media_type if first else ""),
        is_public=said.get("is_public", False),
        is_ready=states == {FileState.READY},
        is_attached=any(row.paper_id == version.paper_id for row in rows),
    )
