"""The page on which a paper is written: its sections with what is said about each."""

from dataclasses import dataclass, field

from proposals.models import Paper, ReturnReason, SectionGroup, SectionText
from proposals.sections import Written, sections_of
from proposals.states import PaperState


@dataclass
class Field:
    """One section as it is edited: what was typed and not saved, and why."""

    written: Written
    reasons: list[ReturnReason]
    typed: str | None = None  # not saved
    theirs: SectionText | None = None  # what a colleague saved meanwhile
    problem: str = ""

    @property
    def shown(self) -> str:
        return self.written.text if self.typed is None else self.typed

    @property
    def state(self) -> str:
        """How it stands in the list of sections: asks, written or empty."""
        if self.reasons or self.theirs or self.problem:
            return "stop"
        return "none" if self.written.is_empty else "ok"

    @property
    def says(self) -> str:
        if self.theirs:
            return "two texts"
        if self.problem:
            return "not saved"
        return "returned to you" if self.reasons else "empty" if self.written.is_empty else "begun"


@dataclass
class Editor:
    """Everything there is to write in a paper."""

    paper: Paper
    fields: list[Field]
    reasons: list[ReturnReason] = field(default_factory=list)  # about the paper as a whole

    @property
    def own(self) -> list[Field]:
        return [one for one in self.fields if one.written.section.group == SectionGroup.PAPER]

    @property
    def algo_care(self) -> list[Field]:
        return [one for one in self.fields if one.written.section.group != SectionGroup.PAPER]

    @property
    def answered(self) -> int:
        return sum(not one.written.is_empty for one in self.algo_care)

    @property
    def algo_care_icon(self) -> dict:
        """How the eight stand together, as one line of the list of sections."""
        if any(one.state == "stop" for one in self.algo_care):
            return {"state": "stop"}
        return {"state": "ok" if self.answered == len(self.algo_care) else "none"}

    @property
    def has_unsaved(self) -> bool:
        return any(one.typed is not None for one in self.fields)

    @property
    def last_saved(self) -> SectionText | None:
        saved = [one.written.saved for one in self.fields if one.written.saved]
        return max(saved, key=lambda text: text.saved_at, default=None)


def editor_of(paper: Paper) -> Editor:
    """What ``paper`` says so far, with the reasons for which it came back."""
    reasons = list(_reasons(paper))
    fields = [
        Field(one, [why for why in reasons if why.section_id == one.section.pk])
        for one in sections_of(paper)
    ]
    return Editor(paper, fields, [why for why in reasons if why.section_id is None])


def _reasons(paper: Paper):
    if paper.state != PaperState.RETURNED:
        return ReturnReason.objects.none()
    last = paper.versions.order_by("-number").values("pk")[:1]
    return ReturnReason.objects.filter(version=last)
