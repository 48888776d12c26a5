"""What the public may read of what was said: the one place where that is decided.

A passage is public or it is withheld; withheld, it is a mark with its kind and its reason,
and what it said is in no value this module returns. There is no third way and no default:
a passage is printed only by asking ``Redaction`` for it.
"""

from dataclasses import dataclass, field

from committee.models import LineKind
from meetings.minutes.sections import Section
from proposals.models import normalised

UNSAID = "Withheld."


@dataclass
class Redaction:
    """What of one meeting is withheld, and why; empty reasons never occur (the database)."""

    items: dict[int, str] = field(default_factory=dict)  # restricted items: their reason
    papers: dict[int, str] = field(default_factory=dict)  # heard only under restricted items
    labels: dict[str, str] = field(default_factory=dict)  # what actions may call those items
    words: list[str] = field(default_factory=list)  # restricted lines, to find them repeated

    @classmethod
    def of(cls, sections: list[Section], papers_of: dict[int, list]) -> "Redaction":
        """What is withheld of a meeting with these sections."""
        redaction = cls()
        shown = set()
        items = [section.item for section in sections if section.item is not None]
        for place, item in enumerate(items, start=1):
            redaction._look_at(item, place)
            if item.pk not in redaction.items:
                shown |= {paper.pk for paper in papers_of[item.pk]}
        for item, reason in redaction.items.items():
            hidden = {paper.pk for paper in papers_of[item]} - shown
            redaction.papers |= dict.fromkeys(hidden, reason)
        redaction._gather_words(sections)
        return redaction

    def _look_at(self, item, place: int) -> None:
        """Withhold ``item`` if it, or the item it stands under, is restricted."""
        reason = self.items.get(item.parent_id, "")
        if item.restricted:
            reason = item.restricted_reason or UNSAID
        if reason:
            self.items[item.pk] = self.labels[item.number or str(place)] = reason

    def _gather_words(self, sections) -> None:
        for section in sections:
            whole = self.of_section(section)
            for node in section.nodes:
                self._gather(node, withheld=bool(whole))
            for given in section.advice:
                hidden = bool(whole or self.of_advice(given))
                for node in given.nodes:
                    self._gather(node, withheld=hidden)

    def _gather(self, node, *, withheld: bool) -> None:
        withheld = withheld or node.line.restricted
        if withheld and (words := normalised(node.line.text)):
            self.words.append(words)
        for reply in node.replies:
            self._gather(reply, withheld=withheld)

    def of_section(self, section) -> str:
        """Why a whole item is withheld, or ""."""
        return self.items.get(section.item.pk, "") if section.item is not None else ""

    def of_advice(self, given) -> str:
        """Why advice is withheld, or "": it tells of a paper that may not be named."""
        reasons = [self.of_decision(decision) for decision in given.decisions]
        return next(filter(None, reasons), "")

    def of_decision(self, decision) -> str:
        """Why a decision is withheld, or ""."""
        papers = [link.paper_id for link in decision.decision_papers.all()]
        return next((self.papers[paper] for paper in papers if paper in self.papers), "")

    def of_action(self, action) -> str:
        """Why an action is withheld, or "": its item is, or it repeats a withheld line."""
        if action.item_id in self.items:
            return self.items[action.item_id]
        if action.item_id is None and action.item_label in self.labels:
            return self.labels[action.item_label]
        said = normalised(action.text)
        if any(_repeats(said, words) for words in self.words):
            return "It repeats a passage that is withheld."
        return ""


def _repeats(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) >= 12 and shorter in longer)


def public_line(line, *, withheld: str) -> dict:
    """What the public reads of ``line``; ``withheld`` is the reason above it, or "".

    A reply to a withheld line is withheld with it. Each keeps its paragraph number and kind.
    """
    public = {"p": line.paragraph, "kind": line.kind, "kind_label": _label(line)}
    reason = withheld or (line.restricted and (line.restricted_reason or UNSAID))
    if reason:
        return public | {"withheld": {"what": _what(line), "reason": reason}}
    return public | {"withheld": None, "text": line.text}


def _label(line) -> str:
    return "" if line.kind in {LineKind.POINT, LineKind.HEADING} else line.get_kind_display()


def _what(line) -> str:
    """The kind of passage that is missing, as a reader is told: One question, one answer."""
    return f"One {line.get_kind_display().lower()}"
