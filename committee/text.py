"""Text of the record as HTML: inline CommonMark, and the one table a note may hold.

Two locks on one door: the parser knows no HTML and few marks, and what it makes is
cleaned again against a short list. Text that is too long to be honest is shown as it is.
"""

import re
from dataclasses import dataclass

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

LONGEST = 20_000  # characters of one line that are still looked through for marks
MOST_ROWS, MOST_COLUMNS = 400, 24

MARKS = re.compile(r"[*_\[\\<]|&(?:#|[A-Za-z])\w*;|\n[ \t]*\n")
PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
WEB = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)

_parser = MarkdownIt("zero", {"html": False}).enable(
    ["escape", "emphasis", "link", "autolink", "entity", "balance_pairs", "fragments_join"]
)
_parser.validateLink = lambda url: bool(WEB.fullmatch(url))
_cleaner = nh3.Cleaner(
    tags={"em", "strong", "a", "br"},
    attributes={"a": {"href"}, "*": set()},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener noreferrer",
)


def inline(text: str | None) -> SafeString:
    """``text`` as HTML that may stand inside a paragraph: emphasis and links, nothing else."""
    if not text:
        return mark_safe("")
    text = text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    if len(text) > LONGEST or not MARKS.search(text):
        return escape(text)
    parts = (_parser.renderInline(part) for part in PARAGRAPHS.split(text.strip()))
    return mark_safe(_cleaner.clean("<br><br>".join(parts)))  # noqa: S308 -- cleaned just here


@dataclass(frozen=True)
class Table:
    """A table written in Markdown, with the words before it as its caption."""

    caption: str
    head: list[str]
    align: list[str]  # of each column: "start", "centre" or "num"
    rows: list[list[str]]
    after: str

    def as_json(self) -> dict:
        """Plain values for a snapshot, each cell with how its column is aligned."""
        return {
            "caption": self.caption,
            "head": _aligned(self.head, self.align),
            "rows": [_aligned(row, self.align) for row in self.rows],
            "after": self.after,
        }


def _aligned(cells, align):
    return [{"text": cell, "align": side} for cell, side in zip(cells, align, strict=True)]


RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
EDGE = re.compile(r"(?<!\\)\|")


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return [cell.strip().replace("\\|", "|") for cell in EDGE.split(line)]


def _side(rule: str) -> str:
    if rule.endswith(":"):
        return "centre" if rule.startswith(":") else "num"
    return "start"


def table_in(text: str) -> Table | None:
    """The Markdown table that ``text`` holds, or None where it holds none or too large a one."""
    lines = text.splitlines() if "|" in text and len(text) <= LONGEST * 5 else []
    for number in range(1, len(lines)):
        head = _cells(lines[number - 1])
        rules = _cells(lines[number])
        if "|" in lines[number - 1] and RULE.match(lines[number]) and len(head) == len(rules):
            return _table(lines, number, head, [_side(rule) for rule in rules])
    return None


def _table(lines, rule, head, align) -> Table | None:
    end = rule + 1
    while end < len(lines) and "|" in lines[end]:
        end += 1
    width = len(head)
    rows = [(_cells(line) + [""] * width)[:width] for line in lines[rule + 1 : end]]
    whole = all(len(_cells(line)) <= width for line in lines[rule + 1 : end])
    if not whole or not rows or len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        return None  # shown as it was written: a cell left out would be words lost
    return Table(
        caption="\n".join(lines[: rule - 1]).strip(),
        head=head,
        align=align,
        rows=rows,
        after="\n".join(lines[end:]).strip(),
    )
