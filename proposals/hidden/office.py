"""DOCX, XLSX, PPTX: what each says of itself goes; what it hides from the eye is named."""

import io
import posixpath
import zipfile

from lxml import etree

from proposals.hidden import excel, png, slides, word
from proposals.hidden.findings import Findings
from proposals.hidden.jpeg import stripped
from proposals.intake.package import parsed, parts_of

FINDERS = {"word": word.find, "xl": excel.find, "ppt": slides.find}
GOES = {  # kinds of links whose parts go, and what is said of it
    "core-properties": ("properties", "Its properties (author, dates, program) were taken out."),
    "extended-properties": (
        "properties",
        "Its properties (author, dates, program) were taken out.",
    ),
    "custom-properties": ("properties", "Its properties (author, dates, program) were taken out."),
    "thumbnail": ("thumbnail", "A small picture of an earlier state was taken out."),
    "customXml": ("custom XML", "Data of programs (custom XML) was taken out."),
    "printerSettings": ("printer", "The name and settings of a printer were taken out."),
    "attachedTemplate": ("template", "Where the writer’s template lies was taken out."),
}
FIRST = (2026, 1, 1, 0, 0, 0)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CROPPED = "It has pictures that are cropped: what was cut off is still inside."
UNSEEN = "It has shapes or pictures that are hidden."


def uncover(content: bytes, findings: Findings) -> bytes:
    parts = dict(parts_of(content))
    for name, part in parts.items():
        _find_in_any(name, part, findings)
    folder = next(name for name in FINDERS if any(one.startswith(f"{name}/") for one in parts))
    FINDERS[folder](parts, findings)
    return _written(_kept(parts, findings), findings)


def _find_in_any(name: str, part: bytes, findings: Findings) -> None:
    """What any of the three may hide."""
    if "/embeddings/" in name:
        findings.stop("workbooks", "It holds whole documents inside it, such as those of charts.")
    if not name.endswith(".xml"):
        return
    if b"srcRect" in part and any(map(_is_cropped, parsed(part).iter("{*}srcRect"))):
        findings.stop("cropped", CROPPED)
    if b"hidden=" in part and b"Pr " in part:
        shapes = parsed(part).iter("{*}cNvPr", "{*}docPr")
        if any(one.get("hidden") in {"1", "true"} for one in shapes):
            findings.stop("hidden shapes", UNSEEN)


def _is_cropped(crop) -> bool:
    return any(int(value) for value in crop.attrib.values() if value.lstrip("-").isdecimal())


def _kept(parts: dict[str, bytes], findings: Findings) -> dict[str, bytes]:
    """The parts that a link leads to from the first on, without those that only say something."""
    kept = {"[Content_Types].xml": parts["[Content_Types].xml"]}
    waiting = [""]
    while waiting:
        name = waiting.pop()
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        if links not in parts or links in kept:
            continue
        tree = parsed(parts[links])
        for link in list(tree):
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:]
            if _goes(link, findings):
                tree.remove(link)
                if target in parts or link.get("TargetMode") == "External":
                    _forget(kept, name, link.get("Id"))
            elif target in parts and target not in kept and link.get("TargetMode") != "External":
                kept[target] = parts[target]
                waiting.append(target)
        kept[links] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    if set(parts) - set(kept) - _gone_with(parts, kept):
        findings.removed("orphans", "Parts that nothing in it shows were taken out.")
    return {name: kept[name] for name in parts if name in kept}


def _gone_with(parts, kept) -> set[str]:
    """What goes with the parts that were named when they went."""
    said = ("docProps/", "customXml/", "_rels/")
    return {one for one in set(parts) - set(kept) if one.startswith(said) or "printer" in one}


def _goes(link, findings: Findings) -> bool:
    found = GOES.get(link.get("Type", "").rsplit("/", 1)[-1])
    if found:
        findings.removed(*found)
    return bool(found)


def _forget(kept: dict[str, bytes], name: str, key: str) -> None:
    """Take out of part ``name`` what refers to a link that went."""
    if not name or name not in kept:
        return
    tree = parsed(kept[name])
    for one in [one for one in tree.iter() if isinstance(one.tag, str) and one.get(R) == key]:
        one.getparent().remove(one)
    kept[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _written(parts: dict[str, bytes], findings: Findings) -> bytes:
    """The document anew, of these parts: nothing is kept of the archive they came in."""
    types = parsed(parts["[Content_Types].xml"])
    for one in [one for one in types if one.get("PartName", "")[1:] not in {"", *parts}]:
        types.remove(one)
    parts["[Content_Types].xml"] = etree.tostring(
        types, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, FIRST)
            archive.writestr(info, _clean(name, part, findings), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _clean(name: str, part: bytes, findings: Findings) -> bytes:
    """A part; of pictures, without what cameras and programs wrote into them."""
    clean = part
    if part.startswith(b"\xff\xd8"):
        clean = stripped(part)
    elif part.startswith(b"\x89PNG\r\n\x1a\n"):
        clean = png.cleaned(part, Findings(), "A picture")
    elif name.endswith(".xml") and b"<!--" in part:
        tree = parsed(part)
        etree.strip_tags(tree, etree.Comment)
        clean = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    if clean != part:
        findings.removed("camera data", "What cameras wrote into its pictures was taken out.")
    return word.without_variables(name, clean, findings)
