"""What a paper says otherwise than the one before it, section by section."""

from dataclasses import dataclass

from committee.differences import Mark, redline
from proposals.models import Paper, PaperVersion
from proposals.said import Said, newest_version, said_in, said_now, version_to_read


@dataclass(frozen=True)
class SectionChange:
    """One section in both texts; ``marks`` is its redline."""

    key: str
    heading: str
    marks: list[Mark]
    is_new: bool = False  # the earlier text has no such section
    is_gone: bool = False

    @property
    def is_changed(self) -> bool:
        return any(mark.is_gone or mark.is_new for mark in self.marks)


def changes(before: list[Said], after: list[Said]) -> list[SectionChange]:
    """Every section of either text: those of ``after`` in order, then what is gone."""
    earlier = {one.key: one for one in before}
    told = [_change(earlier.get(one.key), one) for one in after]
    keys = {one.key for one in after}
    return told + [_change(one, None) for one in before if one.key not in keys]


def _change(old: Said | None, new: Said | None) -> SectionChange:
    marks = redline(_text(old), _text(new))
    shown = new or old
    return SectionChange(shown.key, shown.heading, marks, is_new=old is None, is_gone=new is None)


def _text(said: Said | None) -> str:
    return said.text.replace("\r\n", "\n").strip() if said else ""


@dataclass(frozen=True)
class Comparison:
    """Two texts that can be laid side by side: the one that is read, and an earlier one."""

    label: str  # of the earlier text
    sections: list[SectionChange]

    @property
    def changed(self) -> list[SectionChange]:
        return [one for one in self.sections if one.is_changed]

    @property
    def unchanged(self) -> list[SectionChange]:
        return [one for one in self.sections if not one.is_changed]


def read_of(paper: Paper) -> list[Said]:
    """What a reader of ``paper`` reads: its last version, or what its body writes now."""
    version = version_to_read(paper)
    return said_in(version) if version else said_now(paper)


def since_predecessor(paper: Paper, predecessor: Paper | None) -> Comparison | None:
    """What changed since the paper that it follows; None where one of them has no sections."""
    version = newest_version(predecessor) if predecessor else None
    before = said_in(version) if version else []
    return (
        _compared(before, paper, f"{predecessor}, {predecessor.stage_label.lower()}")
        if before
        else None
    )


def since_version(paper: Paper, version: PaperVersion) -> Comparison | None:
    """What changed since an earlier version of the same paper."""
    return _compared(said_in(version), paper, f"version {version.number}")


def _compared(before, paper, label) -> Comparison | None:
    after = read_of(paper)
    return Comparison(label, changes(before, after)) if before and after else None
