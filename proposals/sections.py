"""The sections of a paper with what it says in each: one list for editor, reading page and PDF."""

from dataclasses import dataclass

from proposals.models import Paper, PaperSection, SectionText


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


def sections_of(paper: Paper) -> list[Written]:
    """Every section of the outline on which ``paper`` is written, in order (two queries).

    Papers of loaded records and those that are a file alone have no outline, and no sections.
    """
    if paper.outline_id is None:
        return []
    saved = {text.section_id: text for text in paper.texts.select_related("saved_by")}
    sections = PaperSection.objects.filter(outline=paper.outline_id).order_by("position")
    return [Written(section, saved.get(section.pk)) for section in sections]
