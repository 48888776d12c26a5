"""Word: changes, comments, and words that are there and not shown."""

import re

from lxml import etree

from proposals.hidden.findings import Findings
from proposals.intake.package import parsed

CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")
CHANGES += ("sectPrChange", "cellIns", "cellDel", "tcPrChange", "trPrChange", "numberingChange")
NO = {"0", "false", "off"}
WHITE = re.compile(r"F[9A-F]F[9A-F]F[9A-F]", re.IGNORECASE)
TINY = 5  # half points


def find(parts: dict[str, bytes], findings: Findings) -> None:
    for name, part in parts.items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        if re.match(r"word/(comments|commentsExtended|commentsIds|people)", name):
            if name == "word/comments.xml":
                findings.stop("comments", "It has comments.")
            continue
        _find_changes(part, findings)
        _find_hidden(part, findings)
        if b"<w:mailMerge" in part:
            findings.stop("mail merge", "It names the data it was filled from (mail merge).")


def _find_changes(part: bytes, findings: Findings) -> None:
    if re.search(rb"<w:(%s)[ />]" % "|".join(CHANGES).encode(), part):
        words = "It has tracked changes. Accept or reject all of them."
        findings.stop("tracked changes", words)


def _find_hidden(part: bytes, findings: Findings) -> None:
    """Runs of words whose form makes them unseen."""
    if b"w:rPr" not in part and b"w:vanish" not in part:
        return
    for run in parsed(part).iter("{*}r"):
        words = "".join(one.text or "" for one in run.iter("{*}t"))
        form = next(run.iterchildren("{*}rPr"), None)
        if not words.strip() or form is None:
            continue
        if any(_value(one) not in NO for one in form.iter("{*}vanish", "{*}specVanish")):
            findings.stop("hidden text", "It has hidden text.")
        colour = next(form.iterchildren("{*}color"), None)
        if colour is not None and WHITE.fullmatch(_value(colour)) and not _is_on_colour(run):
            findings.stop("white text", "It has text in white, the colour of the paper.")
        size = next(form.iterchildren("{*}sz"), None)
        if size is not None and _value(size).isdecimal() and int(_value(size)) <= TINY:
            findings.stop("tiny text", "It has text too small to be seen.")


def _value(element) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}val")), "")


def _is_on_colour(run) -> bool:
    """Whether the words stand on something that is not the paper."""
    for place in (run, *run.iterancestors()):
        tag = etree.QName(place).localname
        if tag in {"txbxContent", "txbx"}:
            return True
        for form in place.iterchildren("{*}rPr", "{*}pPr", "{*}tcPr", "{*}tblPr"):
            if form.find("{*}shd") is not None or form.find("{*}highlight") is not None:
                return True
            if tag == "tbl" and form.find("{*}tblStyle") is not None:
                return True
    return False


def without_variables(name: str, part: bytes, findings: Findings) -> bytes:
    """The settings, without what programs keep there about the document and its writers."""
    if name != "word/settings.xml":
        return part
    tree = parsed(part)
    for one in list(tree.iter("{*}docVars", "{*}rsids", "{*}attachedTemplate")):
        one.getparent().remove(one)
        findings.removed("variables", "What programs kept about its writing was taken out.")
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
