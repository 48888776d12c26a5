"""The sections of a paper with what it says in each: one list for editor, reading page and PDF."""

from dataclasses import dataclass
from itertools import groupby

from proposals.models import Paper, PaperSection, SectionGroup, SectionText


@dataclass(frozen=True)
class Written:
    """One section, and what the paper says in it (nothing yet: no ``saved``)."""

    section: PaperSection
    saved: SectionText | None

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def heading(self) -> str:
        return self.section.heading

    @property
    def text(self) -> str:
        return self.saved.text if self.saved else ""

    @property
    def version(self) -> int:
        """How often it was saved; 0 is not yet."""
        return self.saved.version if self.saved else 0

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True)
class Part:
    """The paper's own sections, or the ALGO-CARE headings."""

    group: SectionGroup
    sections: list[Written]

    @property
    def answered(self) -> int:
        return sum(not one.is_empty for one in self.sections)


def sections_of(paper: Paper) -> list[Written]:
    """Every section of the outline on which ``paper`` is written, in order (two queries).

    Papers of loaded records and those that are a file alone have no outline, and no sections.
    """
    if paper.outline_id is None:
        return []
    saved = {text.section_id: text for text in paper.texts.select_related("saved_by")}
    sections = PaperSection.objects.filter(outline=paper.outline_id).order_by("position")
    return [Written(section, saved.get(section.pk)) for section in sections]


def parts_of(sections: list[Written]) -> list[Part]:
    """``sections`` by their group, in order."""
    grouped = groupby(sections, key=lambda one: one.section.group)
    return [Part(SectionGroup(group), list(rows)) for group, rows in grouped]
