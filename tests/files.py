"""Files as people send them: documents, workbooks, slides, pictures, tables, each made here.

Each maker gives a sound file; what it is given goes into it (``parts`` into the archive of an
Office document, ``change`` to a PDF), so that one thing can be wrong or hidden at a time.
"""

import io
import struct
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "application/vnd.openxmlformats-officedocument"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{body}'.encode()


def rels(*links) -> bytes:
    """Links of a part: (kind, target) or (kind, target, "External")."""
    told = ""
    for number, (kind, target, *mode) in enumerate(links, start=1):
        where = f' TargetMode="{mode[0]}"' if mode else ""
        told += f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"{where}/>'
    return xml(f'<Relationships xmlns="{RELS}">{told}</Relationships>')


def zipped(parts: dict[str, bytes], how=zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, how)
    return made.getvalue()


def types(main: str, kind: str, others: str = "") -> bytes:
    return xml(
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/{main}" ContentType="{kind}"/>{others}</Types>'
    )


def docx(body="", parts=None, links=(), top=(), words="Read by everybody.") -> bytes:
    said = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{body}"
    spaces = f'xmlns:w="{WORD}" xmlns:a="{DRAWING}" xmlns:r="{REL}"'
    return zipped(
        {
            "[Content_Types].xml": types(
                "word/document.xml", f"{OFFICE}.wordprocessingml.document.main+xml"
            ),
            "_rels/.rels": rels(("officeDocument", "word/document.xml"), *top),
            "word/document.xml": xml(f"<w:document {spaces}><w:body>{said}</w:body></w:document>"),
            "word/_rels/document.xml.rels": rels(*links),
        }
        | (parts or {})
    )


def xlsx(rows="", before="", after="", sheet="", book="", parts=None, links=(), top=()) -> bytes:
    said = f'<row r="1"><c r="A1" t="inlineStr"><is><t>Seen</t></is></c></row>{rows}'
    return zipped(
        {
            "[Content_Types].xml": types(
                "xl/workbook.xml", f"{OFFICE}.spreadsheetml.sheet.main+xml"
            ),
            "_rels/.rels": rels(("officeDocument", "xl/workbook.xml"), *top),
            "xl/workbook.xml": xml(
                f'<workbook xmlns="{SHEET}" xmlns:r="{REL}"><sheets><sheet name="One" sheetId="1" '
                f'r:id="rId1"/>{sheet}</sheets>{book}</workbook>'
            ),
            "xl/_rels/workbook.xml.rels": rels(("worksheet", "worksheets/sheet1.xml"), *links),
            "xl/worksheets/sheet1.xml": xml(
                f'<worksheet xmlns="{SHEET}" xmlns:r="{REL}">{before}<sheetData>{said}</sheetData>'
                f"{after}</worksheet>"
            ),
        }
        | (parts or {})
    )


def pptx(shapes="", slide="", parts=None, links=(), top=()) -> bytes:
    spaces = f'xmlns:p="{SLIDE}" xmlns:a="{DRAWING}" xmlns:r="{REL}"'
    return zipped(
        {
            "[Content_Types].xml": types(
                "ppt/presentation.xml", f"{OFFICE}.presentationml.presentation.main+xml"
            ),
            "_rels/.rels": rels(("officeDocument", "ppt/presentation.xml"), *top),
            "ppt/presentation.xml": xml(
                f'<p:presentation {spaces}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst>'
                '<p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
            ),
            "ppt/_rels/presentation.xml.rels": rels(("slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": xml(
                f"<p:sld {spaces} {slide}><p:cSld><p:spTree>{shape('Seen')}{shapes}</p:spTree>"
                "</p:cSld></p:sld>"
            ),
            "ppt/slides/_rels/slide1.xml.rels": rels(*links),
        }
        | (parts or {})
    )


def shape(words: str, x=100000, y=100000, hidden="", text="") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text" {hidden}/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="900000" cy="300000"/></a:xfrm></p:spPr><p:txBody>'
        f"<a:p><a:r><a:rPr {text}/><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*more: bytes, width=8, height=8, picture=None, after=b"") -> bytes:
    rows = picture if picture is not None else zlib.compress(b"\x00" * (height * (3 * width + 1)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join([
        b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", head), *more, chunk(b"IDAT", rows),
        chunk(b"IEND", b""), after,
    ])  # fmt: skip


CSV = b"Area,Cases\nNorth,12\nSouth,-3\n"
