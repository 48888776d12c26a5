"""PDF: what it says of itself goes with a rewriting; what it hides from the eye is named."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from proposals.hidden.findings import Findings
from proposals.hidden.jpeg import stripped
from proposals.hidden.pdf_seen import find_unseen
from proposals.intake.pdf import opened

SAYS = {"/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/OPI", "/Alternates", "/SPS"}
HIDDEN, NO_VIEW = 2, 32  # flags of an annotation
NO_REMARKS = {"/Link", "/Widget", "/TrapNet", "/PrinterMark"}
ACTUAL = re.compile(rb"/(ActualText|Alt|E)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)")
LONG = 40  # bytes: ligatures and hyphens need fewer


def uncover(content: bytes, findings: Findings) -> bytes:
    with opened(content) as pdf:
        _find_layers(pdf, findings)
        _find_remarks(pdf, findings)
        _find_spoken(pdf, findings)
        _find_enclosed(content, findings)
        find_unseen(content, findings)
        _take_out(pdf, content, findings)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _find_enclosed(content: bytes, findings: Findings) -> None:
    """Files in it, by whichever way: those that act were not even taken in."""
    if b"/EmbeddedFile" in content:
        findings.stop("attachments", "It encloses other files.")


def _find_layers(pdf: pikepdf.Pdf, findings: Findings) -> None:
    layers = pdf.Root.get("/OCProperties")
    if layers is None:
        return
    rule = layers.get("/D", Dictionary())
    known = len(list(layers.get("/OCGs", [])))
    is_off = len(list(rule.get("/OFF", []))) or rule.get("/BaseState") == Name.OFF
    if known and (is_off or list(rule.get("/AS", [])) or list(layers.get("/Configs", []))):
        findings.stop("layers", "It has layers that are switched off, and can be switched on.")


def _find_remarks(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """Comments, and fields of forms that are not shown."""
    count, authors = 0, set()
    for page in pdf.pages:
        for one in page.obj.get("/Annots", []):
            if not isinstance(one, Dictionary):
                continue
            flags = int(one.get("/F", 0))
            if flags & (HIDDEN | NO_VIEW):
                findings.stop("hidden fields", "It has notes or fields that are not shown.")
            if str(one.get("/Subtype")) not in NO_REMARKS:
                count += 1
                authors.add(str(one.get("/T", ""))[:40])
    if count:
        by = ", ".join(sorted(filter(None, authors))[:3])
        said = f" by {by}" if by else ""
        findings.stop("comments", f"It has {count} comment{'s' * (count > 1)} or marks{said}.")


def _find_spoken(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """Words for copying or for a screen reader that stand for others on the page."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, Array) else [contents]
        for stream in streams:
            if isinstance(stream, Stream):
                for _, words in ACTUAL.findall(stream.read_bytes()):
                    if len(words) > LONG:
                        findings.stop("spoken text", "It has words that are copied but not seen.")
    for thing in pdf.objects:
        if (
            isinstance(thing, Dictionary)
            and len(bytes(thing.get("/ActualText", b"") or b"")) > LONG
        ):
            findings.stop("spoken text", "It has words that are copied but not seen.")


def _take_out(pdf: pikepdf.Pdf, content: bytes, findings: Findings) -> None:
    """What goes without a change to what is seen."""
    if len(pdf.trailer.get("/Info", {})) or "/Metadata" in pdf.Root:
        findings.removed("properties", "Its properties (author, program, dates) were taken out.")
    if "/Prev" in pdf.trailer or _revisions(content) > 1:
        findings.removed("revisions", "Earlier versions of it, still inside, were taken out.")
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | Stream):
            _strip(thing, findings)


def _revisions(content: bytes) -> int:
    found = len(re.findall(rb"startxref\s+\d+\s+%%EOF", content))
    return found - (b"/Linearized" in content[:2048])


def _strip(thing, findings: Findings) -> None:
    for key in SAYS & set(thing.keys()):
        if key != "/Metadata":
            findings.removed("data of programs", "Data of programs about its parts were taken out.")
        del thing[key]
    if isinstance(thing, Stream) and thing.get("/Filter") == Name.DCTDecode:
        raw = thing.read_raw_bytes()
        clean = stripped(raw)
        if clean != raw:
            thing.write(clean, filter=Name.DCTDecode)
            findings.removed("camera data", "What cameras wrote into its pictures was taken out.")
