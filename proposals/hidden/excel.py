"""Excel: sheets, rows, columns and values that are there and not shown."""

import io
import re

from lxml import etree

from proposals.hidden.findings import Findings
from proposals.intake.package import PARSER, parsed

YES = {"1", "true"}
PARTS = {  # folders and files of the workbook that are found by their names
    r"xl/(comments|threadedComments/)": ("comments", "It has comments."),
    r"xl/pivotCache/": ("pivot cache", "It holds all the data behind a pivot table."),
    r"xl/externalLinks/": (
        "external links",
        "It holds values of other workbooks, and their names.",
    ),
    r"xl/(connections|queryTables/)": ("connections", "It names the databases it was filled from."),
    r"xl/revisions/": ("revisions", "It holds a record of who changed what."),
    r"xl/model/": ("data model", "It holds a data model that is not shown."),
    r"xl/customData/": ("custom data", "It holds data of programs."),
}
NO_FORMAT = re.compile(r"\s*;\s*;\s*;\s*")


def find(parts: dict[str, bytes], findings: Findings) -> None:
    for name in parts:
        for pattern, found in PARTS.items():
            if re.match(pattern, name):
                findings.stop(*found)
    _find_in_book(parsed(parts["xl/workbook.xml"]), findings)
    unseen = _unseen_styles(parts.get("xl/styles.xml"))
    for name, part in parts.items():
        if re.match(r"xl/(work|chart)sheets/[^/]+\.xml$", name):
            _find_in_sheet(part, unseen, findings)


def _find_in_book(book, findings: Findings) -> None:
    for sheet in book.iter("{*}sheet"):
        if sheet.get("state") in {"hidden", "veryHidden"}:
            words = f"The sheet “{sheet.get('name', '')[:40]}” is hidden."
            findings.stop(f"{sheet.get('state')} sheet {sheet.get('name')}", words)
    for name in book.iter("{*}definedName"):
        if name.get("hidden") in YES and not name.get("name", "").startswith("_xlnm."):
            findings.stop("hidden names", "It has names of cells that are hidden.")


def _find_in_sheet(part: bytes, unseen: set[str], findings: Findings) -> None:
    for _, one in etree.iterparse(io.BytesIO(part), events=("end",), **PARSER):
        tag = etree.QName(one).localname
        if tag == "row" and (one.get("hidden") in YES or one.get("ht") in {"0", "0.0"}):
            findings.stop("hidden rows", "It has hidden rows.")
        elif tag == "col" and (one.get("hidden") in YES or one.get("width") in {"0", "0.0"}):
            findings.stop("hidden columns", "It has hidden columns.")
        elif tag == "filterColumn":
            findings.stop("filter", "A filter leaves out rows that are still inside.")
        elif tag == "c" and one.get("s") in unseen and len(one):
            findings.stop(
                "unseen values", "It has values in white, or with a format without signs."
            )
        elif tag == "legacyDrawing":
            findings.stop("comments", "It has comments.")
        if tag == "row":
            one.clear()


def _unseen_styles(part: bytes | None) -> set[str]:
    """Numbers of the styles in which a value is not seen."""
    if part is None:
        return set()
    tree = parsed(part)
    blank = {
        one.get("numFmtId")
        for one in tree.iter("{*}numFmt")
        if NO_FORMAT.fullmatch(one.get("formatCode", ""))
    }
    fonts = [_is_white(font) for font in tree.iterfind("{*}fonts/{*}font")]
    fills = [fill.find("{*}patternFill[@patternType='solid']") is not None
             for fill in tree.iterfind("{*}fills/{*}fill")]  # fmt: skip
    found = set()
    for number, style in enumerate(tree.iterfind("{*}cellXfs/{*}xf")):
        font, fill = int(style.get("fontId", 0)), int(style.get("fillId", 0))
        is_white = font < len(fonts) and fonts[font]
        is_filled = fill < len(fills) and fills[fill]
        if style.get("numFmtId") in blank or (is_white and not is_filled):
            found.add(str(number))
    return found


def _is_white(font) -> bool:
    colour = font.find("{*}color")
    return colour is not None and (
        colour.get("rgb", "")[-6:].upper() == "FFFFFF" or colour.get("theme") == "0"
    )
