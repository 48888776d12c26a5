"""PowerPoint: slides, notes, comments and shapes that an audience does not see."""

import re

from proposals.hidden.findings import Findings
from proposals.intake.package import parsed

NO = {"0", "false"}
TINY = 250  # hundredths of a point


def find(parts: dict[str, bytes], findings: Findings) -> None:
    size = next(parsed(parts["ppt/presentation.xml"]).iter("{*}sldSz"), None)
    width, height = (
        (int(size.get(side, 0)) for side in ("cx", "cy")) if size is not None else (0, 0)
    )
    for name, part in parts.items():
        if re.match(r"ppt/slides/[^/]+\.xml$", name):
            _find_in_slide(parsed(part), width, height, findings)
        elif re.match(r"ppt/notesSlides/[^/]+\.xml$", name) and _words(parsed(part)):
            findings.stop("notes", "It has speaker’s notes.")
        elif re.match(r"ppt/(comments/|modernComments)", name):
            findings.stop("comments", "It has comments.")
        elif re.match(r"ppt/(tags|customerData)/", name):
            findings.stop("tags", "It holds data of programs (tags).")


def _words(tree) -> str:
    """What is said, but for the number of the page."""
    texts = (one.text or "" for one in tree.iter("{*}t"))
    return "".join(text for text in texts if not text.strip().isdecimal()).strip()


def _find_in_slide(tree, width: int, height: int, findings: Findings) -> None:
    if tree.get("show") in NO:
        findings.stop("hidden slides", "It has hidden slides.")
    for shape in tree.iter("{*}sp", "{*}pic"):
        place, extent = next(shape.iter("{*}off"), None), next(shape.iter("{*}ext"), None)
        if place is None or not width or not height:
            continue
        left, top = int(place.get("x", 0)), int(place.get("y", 0))
        right = left + int(extent.get("cx", 0) if extent is not None else 0)
        bottom = top + int(extent.get("cy", 0) if extent is not None else 0)
        if left >= width or top >= height or right <= 0 or bottom <= 0:
            findings.stop("off the slide", "It has shapes beside the slides.")
    for form in tree.iter("{*}rPr"):
        if 0 < int(form.get("sz", 1800)) <= TINY:
            findings.stop("tiny text", "It has text too small to be seen.")
