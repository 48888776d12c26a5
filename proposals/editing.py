"""The page on which a paper is written: its sections with what is said about each."""

from dataclasses import dataclass, field

from proposals.models import Paper, ReturnReason, SectionGroup, SectionText
from proposals.said import AT_ANSWERS, AT_EVIDENCE, newest_version, why_returned
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
    reasons: dict[str, list[ReturnReason]] = field(default_factory=dict)  # by place, "": as a whole

    @property
    def reasons_of_all(self) -> list[ReturnReason]:
        return self.reasons.get("", [])

    @property
    def reasons_at_answers(self) -> list[ReturnReason]:
        return self.reasons.get(AT_ANSWERS, [])

    @property
    def reasons_at_evidence(self) -> list[ReturnReason]:
        return self.reasons.get(AT_EVIDENCE, [])

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
    returned = paper.state == PaperState.RETURNED
    reasons = why_returned(newest_version(paper) if returned else None)
    fields = [Field(one, reasons.get(one.key, [])) for one in sections_of(paper)]
    return Editor(paper, fields, reasons)
