"""What pages of the minute book send, read and answered (docs/minute-book.md).

Whatever comes in is somebody's hour of typing or somebody's attack: each op is taken apart
here, and is done or refused with a sentence; only what is no list of ops at all is turned away.
"""

import json
from dataclasses import dataclass, field
from uuid import UUID

from committee.models import LineKind

MOST_OPS, MOST_BYTES, LONGEST, LONGEST_WORDS = 100, 1_000_000, 20_000, 255
DOES = ["note", "revise", "move", "remove", "restrict", "unrestrict", "restore"]
FIRST, LAST = "first", "last"
WORDS = {"speaker": "speaker", "owner": "owner", "due": "date", "reason": "reason"}


class Malformed(Exception):
    """Nothing of it can be done; the sentence says why. ``status`` is that of the answer."""

    def __init__(self, sentence: str, status: int = 400):
        super().__init__(sentence)
        self.status = status


@dataclass
class Op:
    """One thing to be done to one line. ``wrong`` says why it cannot be, if it cannot."""

    op: UUID
    do: str = ""
    key: UUID | None = None
    item: int | None = None
    version: int = 0
    follows: UUID | None = None
    parent: UUID | None = None
    after: UUID | str | None = None
    reason: str = ""
    words: dict = field(default_factory=dict)
    wrong: str = ""


def read(body: bytes) -> list[Op]:
    """The ops that ``body`` asks for, in their order; Malformed if it is no such thing."""
    if len(body) > MOST_BYTES:
        raise Malformed("That is more than 1 MB at once. Send it in parts.", 413)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise Malformed("This is not JSON.") from None
    ops = said.get("ops") if isinstance(said, dict) else None
    if not isinstance(ops, list):
        raise Malformed("Send an object with a list of ops.")
    if len(ops) > MOST_OPS:
        raise Malformed(f"That are more than {MOST_OPS} ops at once. Send them in parts.", 413)
    return [_op(one) for one in ops]


def _op(said) -> Op:
    known = said if isinstance(said, dict) else {}
    op = as_uuid(known.get("op"))
    if op is None:
        raise Malformed("Every op needs its own UUID as op.")
    try:
        return _read_op(op, known)
    except ValueError as wrong:
        return Op(op, key=as_uuid(known.get("key")), wrong=str(wrong))


def _read_op(op: UUID, said: dict) -> Op:
    if said.get("do") not in DOES:
        raise ValueError("This page and the server do not understand each other: reload it.")
    key = as_uuid(said.get("key"))
    if key is None:
        raise ValueError("It is not said which line is meant.")
    after = said.get("after")
    return Op(
        op=op,
        do=said["do"],
        key=key,
        item=_number(said.get("item")),
        version=_number(said.get("version")) or 0,
        follows=as_uuid(said.get("follows")),
        parent=as_uuid(said.get("parent")),
        after=after if after in (FIRST, LAST) else as_uuid(after) or (after and LAST),
        reason=_short("restricted_reason", said.get("restricted_reason") or said.get("reason")),
        words=_words(said),
    )


def _words(said: dict) -> dict:
    """What the op says of the line, as far as it says it."""
    words = {}
    if "text" in said:
        words["text"] = _text(said["text"])
    if said.get("kind") is not None:
        if said["kind"] not in LineKind.values:
            raise ValueError("This kind of line is not known here.")
        words["kind"] = said["kind"]
    for name in ("speaker", "owner", "due"):
        if name in said:
            words[name] = _short(name, said[name])
    if "after_presenter_left" in said:
        words["after_presenter_left"] = said["after_presenter_left"] is True
    return words


def _text(said) -> str:
    text = _clean(said)
    if not text:
        raise ValueError("A line needs words. Remove it, if it shall go.")
    if len(text) > LONGEST:
        raise ValueError(f"A line has at most {LONGEST:,} characters; this one has {len(text):,}.")
    return text


def _short(name: str, said) -> str:
    text = " ".join(_clean(said).split())
    if len(text) > LONGEST_WORDS:
        raise ValueError(
            f"The {WORDS.get(name, 'reason')} is longer than {LONGEST_WORDS} characters."
        )
    return text


def _clean(said) -> str:
    """``said`` as text that every database takes."""
    if said is None:
        return ""
    if not isinstance(said, str):
        raise ValueError("Words are sent as text.")
    said = (
        said.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    )
    return said.encode("utf-8", "replace").decode("utf-8").strip()


def as_uuid(said) -> UUID | None:
    try:
        return UUID(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _number(said) -> int | None:
    is_number = isinstance(said, int) and not isinstance(said, bool)
    return said if is_number and 0 <= said < 2**31 else None
