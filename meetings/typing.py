"""What somebody means who types a line in haste: its kind, its speaker, its words (pure).

``q `` at the start makes a question, ``JB:`` names the speaker, ``Member (CM):`` prints
"Member" and keeps who it was. A backslash first takes the line as it stands.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from committee.models import LineKind

KINDS = {
    "q": LineKind.QUESTION,
    "a": LineKind.ANSWER,
    "c": LineKind.COMMENT,
    "p": LineKind.POINT,
    "n": LineKind.NOTE,
    "r": LineKind.RECOMMENDATION,
    "x": LineKind.ACTION,
}
ROLES = [
    "Member",
    "Members",
    "A member",
    "Another member",
    "Some members",
    "Committee",
    "The Committee",
    "Chair",
    "The Chair",
    "Vice Chair",
    "The Vice Chair",
    "Presenter",
    "Presenters",
    "Secretariat",
]
PREFIX = re.compile(r"([qacpnrx]) +(?=\S)")
SPEAKER = re.compile(r"([^\W\d_][\w.'’ -]{0,59}?)(?: *\(([\w.-]{1,16})\))? *: +(?=\S)")
INITIALS = re.compile(r"[A-Z]{2,3}")


@dataclass(frozen=True)
class Speaker:
    """Somebody at the meeting, as the attendance list knows them; ``person`` is their key."""

    name: str | None
    initials: str | None
    person: int | None


@dataclass(frozen=True)
class Typed:
    """What was meant: None where the line does not say."""

    text: str
    kind: str | None = None
    speaker: str | None = None
    person: int | None = None


def parse(typed: str, present: Iterable[Speaker] = (), bodies: Iterable[str] = ()) -> Typed:
    """Take a typed line apart.

    Args:
        typed: the line as it was typed.
        present: who is at the meeting, by whose initials and names speakers are known.
        bodies: the short names of bodies that may speak as such.
    """
    text = " ".join(typed.split()) if "\n" not in typed else typed.strip()
    if text.startswith("\\"):
        return Typed(text[1:].lstrip())
    kind = None
    if found := PREFIX.match(text):
        kind, text = KINDS[found[1]], text[found.end() :]
    label, person, text = _speaker(text, list(present), labels_of(bodies))
    return Typed(text, kind, label, person)


def labels_of(bodies: Iterable[str]) -> list[str]:
    """What may be printed as a speaker: the roles, and each body with its article and without."""
    return ROLES + [label for body in bodies for label in (body, f"The {body}")]


def rules(bodies: Iterable[str] = ()) -> dict:
    """What a page needs to read lines as this module does, besides who is present."""
    kinds = {letter: str(kind) for letter, kind in KINDS.items()}
    return {"kinds": kinds, "labels": labels_of(bodies)}


def name_speaker(
    said: str, present: Iterable[Speaker], bodies: Iterable[str] = ()
) -> tuple[str | None, int | None]:
    """The label and the person meant by what stands in the field of the speaker, if anything."""
    if not said.strip():
        return None, None
    label, person, rest = _speaker(f"{said.strip()}: x", list(present), labels_of(bodies))
    return (label, person) if rest == "x" else (said.strip(), None)


def _speaker(text, present, labels):
    found = SPEAKER.match(text)
    if not found:
        return None, None, text
    label, person = _known(found[1].strip(), present, labels)
    if label is None:
        return None, None, text
    if found[2]:
        hidden = _by_initials(found[2], present)
        if hidden is None:
            return None, None, text
        person = hidden.person
    return label, person, text[found.end() :]


def _known(said, present, labels):
    """The label to print for ``said`` and who it is, or two Nones: then it is no speaker."""
    if match := _by_initials(said, present):
        return match.initials, match.person
    for speaker in present:
        if speaker.name and speaker.name.casefold() == said.casefold():
            return speaker.name, speaker.person
    for label in labels:
        if label.casefold() == said.casefold():
            return label, None
    return (said, None) if INITIALS.fullmatch(said) else (None, None)


def _by_initials(said, present):
    for speaker in present:
        if speaker.initials and speaker.initials.casefold() == said.casefold():
            return speaker
    return None
