"""What differs between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
PARAGRAPHS = re.compile(r"[^\n]*\n*")
MOST_WORDS = 4000  # of a passage that is still compared word by word


@dataclass(frozen=True)
class Piece:
    """Some words of a text, and whether the other text lacks them."""

    text: str
    is_changed: bool


def differences(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces: what they have in common, and what only one of them says."""
    one, other = WORDS.findall(before), WORDS.findall(after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    sides = [], []
    for what, i, j, k, m in matcher.get_opcodes():
        is_changed = what != "equal"
        for side, words in zip(sides, (one[i:j], other[k:m]), strict=True):
            if words:
                side.append(Piece("".join(words), is_changed))
    return tuple(_joined(side) for side in sides)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """A lone space between two changes belongs to them: one mark instead of many."""
    joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        is_between = 0 < place < len(pieces) - 1 and not piece.text.strip()
        mark = Piece(piece.text, piece.is_changed or is_between)
        if joined and joined[-1].is_changed == mark.is_changed:
            joined[-1] = Piece(joined[-1].text + mark.text, mark.is_changed)
        else:
            joined.append(mark)
    return joined


@dataclass(frozen=True)
class Mark:
    """Some words of a redline: kept, or taken out (``gone``), or put in (``new``)."""

    text: str
    is_gone: bool = False
    is_new: bool = False


def redline(before: str, after: str) -> list[Mark]:
    """Both texts as one: what is gone and what is new, each in its place.

    Paragraphs are matched first and words inside those that changed, so that a long text costs
    little; a passage that was rewritten at length is told as gone and new in one piece.
    """
    one, other = PARAGRAPHS.findall(before), PARAGRAPHS.findall(after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    marks = []
    for what, i, j, k, m in matcher.get_opcodes():
        old, new = "".join(one[i:j]), "".join(other[k:m])
        marks += [Mark(old)] if what == "equal" else _by_word(old, new)
    return [mark for mark in marks if mark.text]


def _by_word(before: str, after: str) -> list[Mark]:
    one, other = WORDS.findall(before), WORDS.findall(after)
    if not one or not other or len(one) + len(other) > MOST_WORDS:
        return [Mark(before, is_gone=True), Mark(after, is_new=True)]
    marks, old, new = [], "", ""
    for what, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = "".join(one[i:j])
        if what == "equal" and (same.strip() or not (old or new)):
            marks += [Mark(old, is_gone=True), Mark(new, is_new=True), Mark(same)]
            old = new = ""
        else:  # a lone space between two changes belongs to both
            old, new = old + same, new + "".join(other[k:m])
    return [*marks, Mark(old, is_gone=True), Mark(new, is_new=True)]
