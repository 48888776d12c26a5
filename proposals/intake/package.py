"""DOCX, XLSX and PPTX: zip archives whose parts are counted, unpacked and read with limits."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from proposals.intake.unfit import Unfit

MOST_PARTS = 5000
MOST_UNPACKED, MOST_OF_ONE = 300 << 20, 150 << 20  # bytes
TIMES, AT_LEAST = 250, 8 << 20  # packed more than this, and larger than that: a bomb
SAVE = "Open it, save it anew and send that."
BROKEN = f"The document is damaged. {SAVE}"
MAIN = {
    "wordprocessingml.document.main": "docx",
    "spreadsheetml.sheet.main": "xlsx",
    "presentationml.presentation.main": "pptx",
}
PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = re.compile(r"vbaproject|vbadata|macrosheet|dialogsheet|activex|\.vb[es]$", re.IGNORECASE)
ENDINGS = re.compile(
    r"\.(exe|dll|js|jse|vbs|vbe|wsf|hta|html?|mht|svgz|bat|cmd|ps1|jar|lnk|scr|com|zip|rar|7z|iso)$",
    re.IGNORECASE,
)
LINKS = {"hyperlink", "externallinkpath", "externallink"}  # followed only when somebody asks
ELSEWHERE = re.compile(r"(https?|ftp):|[\\/]{2}|file:/{2,3}[^/]*[^/:]/", re.IGNORECASE)
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"
DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def look(content: bytes, *, within: bool = False) -> str:
    """The ending of the kind of document it is; ``within`` another, it holds no third."""
    if b"%PDF-" in content[:1024]:
        raise Unfit(f"The file is two things at once, a document and a PDF. {SAVE}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(archive, content)
            kind = _kind(archive)
            for info in archive.infolist():
                _check_part(info, _unpacked(archive, info), within=within)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError) as error:
        raise Unfit(BROKEN) from error
    except RuntimeError as error:  # zipfile says so of a password
        raise Unfit(
            "The document is locked by a password. Take it off and send it again."
        ) from error
    return kind


def _check_archive(archive: zipfile.ZipFile, content: bytes) -> None:
    """The list of parts is sane, and true of where they lie."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise Unfit(f"The document has {len(parts):,} parts; {MOST_PARTS:,} are the most. {SAVE}")
    if any(info.flag_bits & 0x1 for info in parts):
        raise Unfit("The document is locked by a password. Take it off and send it again.")
    if archive.comment or not content[-22:].startswith(b"PK\x05\x06"):
        raise Unfit(f"Something else stands behind the end of the document. {SAVE}")
    names = [info.filename.casefold() for info in parts]
    if len(set(names)) != len(names) or any(map(_is_odd, names)):
        raise Unfit(BROKEN)
    _check_places(parts)


def _check_places(parts: list[zipfile.ZipInfo]) -> None:
    """No two parts share bytes, and none unpacks to far more than it is."""
    at = 0
    for info in sorted(parts, key=lambda one: one.header_offset):
        if info.header_offset < at or (at == 0 and info.header_offset):
            raise Unfit(BROKEN)  # parts that share bytes unpack to more than there is
        at = info.header_offset + 30 + info.compress_size
        large = info.file_size > AT_LEAST and info.file_size > TIMES * max(1, info.compress_size)
        if info.file_size > MOST_OF_ONE or large:
            raise Unfit(f"The document unpacks to far too much. {SAVE}")
    if sum(info.file_size for info in parts) > MOST_UNPACKED:
        raise Unfit(f"The document unpacks to far too much. {SAVE}")


def _is_odd(name: str) -> bool:
    return "\\" in name or "\x00" in name or name.startswith("/") or ".." in name.split("/")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One part, if it is as large as the list says, there and in its own head."""
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unfit(BROKEN)
    archive.fp.seek(info.header_offset)
    flags, size = struct.unpack("<6xH14xI", archive.fp.read(26))
    if not flags & 0x8 and size not in {info.file_size, 0xFFFFFFFF}:
        raise Unfit(BROKEN)
    with archive.open(info) as part:
        found = part.read(info.file_size + 1)
    if len(found) != info.file_size:
        raise Unfit(BROKEN)
    return found


def _kind(archive: zipfile.ZipFile) -> str:
    """Which kind of document its list of contents says that its main part is."""
    if "[Content_Types].xml" not in archive.namelist():
        raise Unfit("The file is an archive. Unpack it and send the files one by one.")
    said = parsed(_unpacked(archive, archive.getinfo("[Content_Types].xml")))
    types = [element.get("ContentType", "") for element in said.iter("{*}Override", "{*}Default")]
    if any("macroenabled" in one.lower() or "vbaproject" in one.lower() for one in types):
        raise Unfit(_macros())
    for part, kind in MAIN.items():
        if any(one.endswith(f"{part}+xml") for one in types):
            return kind
    raise Unfit("The document is none of Word, Excel or PowerPoint. Save it as DOCX or PDF.")


def _macros() -> str:
    return "The document holds macros. Save it as a document without macros (DOCX, XLSX, PPTX)."


def _check_part(info: zipfile.ZipInfo, content: bytes, *, within: bool) -> None:
    name = info.filename
    if EICAR in content:
        raise Unfit("The file holds the EICAR virus test. Files with viruses are not taken in.")
    if MACROS.search(name):
        raise Unfit(_macros())
    if content.startswith(OLE):
        raise Unfit(
            f"The document holds another document or a program inside it ({name[-60:]}). Paste "
            "it as a picture, or send it on its own."
        )
    if ENDINGS.search(name) or content.startswith(PROGRAMS):
        raise Unfit(
            f"The document holds a program, web page or archive ({name[-60:]}). Take it out."
        )
    if content.startswith(b"PK\x03\x04"):
        _check_within(name, content, within=within)
    elif name.lower().endswith((".xml", ".rels", ".vml", ".svg")):
        _check_xml(name, content)


def _check_within(name: str, content: bytes, *, within: bool) -> None:
    """Charts bring the workbook of their figures; that may bring nothing more."""
    if within or not name.lower().endswith((".xlsx", ".docx", ".pptx")):
        raise Unfit(f"The document holds an archive inside it ({name[-60:]}). Take it out.")
    look(content, within=True)


def _check_xml(name: str, content: bytes) -> None:
    if b"\x00" in content[:64]:
        content = content.decode("utf-16", errors="replace").encode()
    if DTD.search(content):
        raise Unfit(
            f"The document is not as Office writes it ({name[-60:]} defines things). {SAVE}"
        )
    if name.endswith(".rels"):
        for link in parsed(content).iter("{*}Relationship"):
            _check_link(link)
    elif name.endswith(("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")):
        parsed(content)
    if name.startswith("word/") and re.search(rb"\bDDE(AUTO)?\b", content):
        _check_fields(content)
    if b"ddeLink" in content and name.startswith("xl/"):
        raise Unfit(f"The document asks another program for data when it is opened. {SAVE}")


def _check_fields(content: bytes) -> None:
    fields = "".join(part.text or "" for part in parsed(content).iter("{*}instrText"))
    simple = [
        part.get(key) or "" for part in parsed(content).iter("{*}fldSimple") for key in part.attrib
    ]
    if re.search(r"\bDDE(AUTO)?\b", " ".join([fields, *simple])):
        raise Unfit(f"The document asks another program for data when it is opened. {SAVE}")


def _check_link(link) -> None:
    """What opening the document would fetch, or run."""
    kind, target = link.get("Type", "").rsplit("/", 1)[-1].lower(), link.get("Target", "")
    if kind == "afchunk":
        raise Unfit(f"The document holds a web page inside it. {SAVE}")
    if link.get("TargetMode") != "External" or kind in LINKS:
        return
    if kind == "attachedtemplate" and not ELSEWHERE.match(target):
        return  # a template on the writer's own disk: Word writes that into every document
    raise Unfit(
        f"The document fetches something from elsewhere when it is opened ({kind}). Put it "
        "into the document, or take it out."
    )


def parsed(content: bytes) -> etree._Element:
    """The tree of one part of XML; nothing outside it is read."""
    try:
        return etree.fromstring(content, etree.XMLParser(**PARSER))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unfit(BROKEN) from error


def parts_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each part of a document that was looked at before."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, _unpacked(archive, info)
