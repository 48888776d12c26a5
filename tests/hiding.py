"""Files that hide something, one technique each, with a canary in what is hidden; and clean ones.

``HIDING`` holds (technique, file, the words by which it must be named).
"""

import io
import struct
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.attachments import a_pdf
from tests.files import CSV, chunk, docx, png, pptx, rels, shape, xlsx, xml

CANARY = "CANARYHIDDEN"
C = CANARY.encode()


def drawn(operators: str, change=lambda pdf: None, where="Seen by all"):
    """A page with words, and then what ``operators`` draw; /G0 makes it transparent."""

    def add(pdf):
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + operators.encode())
        page.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0, CA=0))
        change(pdf)

    return a_pdf(where, change=add)


def words(x=100, y=500, size=12, before="", mode=0):
    return f" q {before} BT {mode} Tr /F1 {size} Tf {x} {y} Td ({CANARY}) Tj ET Q"


def picture(pdf, image=None):
    made = image or {"data": b"\xc0" * 300, "Filter": None}
    stream = pdf.make_stream(
        made["data"], Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10,
        BitsPerComponent=8, ColorSpace=Name.DeviceRGB,
    )  # fmt: skip
    if made["Filter"]:
        stream.Filter = made["Filter"]
    pdf.pages[0].Resources.XObject = Dictionary(P=stream)


def a_jpeg() -> bytes:
    from PIL import Image  # noqa: PLC0415 -- of the corpus alone

    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CANARY
    Image.new("RGB", (10, 10), "grey").save(made, "JPEG", exif=exif)
    return made.getvalue()


def note(subtype, **more):
    def change(pdf):
        one = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([50, 50, 90, 90]),
            Contents=String(CANARY), T=String("Ann Author"), **more,
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])
        if subtype == "Widget":
            pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))

    return change


def layer(pdf):
    ocg = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([ocg]), D=Dictionary(OFF=Array([ocg])))
    pdf.pages[0].Resources.Properties = Dictionary(L1=ocg)


def properties(pdf):
    pdf.docinfo["/Author"] = CANARY
    pdf.Root.Metadata = pdf.make_stream(
        f"<x>{CANARY}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML
    )


def pieces(pdf):
    pdf.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=String(CANARY)))


def revised() -> bytes:
    """A page whose words were replaced by a later revision: the earlier are still inside."""
    first = a_pdf(CANARY, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
        size, root = len(pdf.objects) + 1, pdf.Root.objgen[0]
    said = b"BT /F1 18 Tf 20 800 Td (Seen) Tj ET"
    start = len(first)
    body = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(said), said)
    before = first.rsplit(b"startxref", 1)[1].split()[0]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    end = b"trailer\n<</Size %d /Root %d 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, root, before, start + len(body),
    )  # fmt: skip
    return first + body + table + end


def run(form: str, said=CANARY) -> str:
    return f"<w:p><w:r><w:rPr>{form}</w:rPr><w:t>{said}</w:t></w:r></w:p>"


def with_part(maker, name, body=None, kind="other", where="links", **more):
    content = body if body is not None else xml(f"<x>{CANARY}</x>")
    target = name.split("/", 1)[1] if where == "links" else name
    return maker(parts={name: content}, **{where: [(kind, target)]}, **more)


CORE = xml(
    f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{CANARY}</dc:creator></cp>'
)
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}'
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/></fills>'
    '<cellXfs><xf/><xf fontId="{}" numFmtId="{}"/></cellXfs></styleSheet>'
)
CELL = f'<c r="A2" s="1" t="inlineStr"><is><t>{CANARY}</t></is></c>'
BLANK = '<numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts>'
SHEET2 = '<sheet name="Two" sheetId="2" state="{}" r:id="rId2"/>'
CANARY_SHEET = xml(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    f"{CELL}</sheetData></worksheet>".replace(' s="1"', "")
)
CROP = '<w:p><w:r><a:srcRect l="2000"/></w:r></w:p>'


def two_sheets(state):
    return xlsx(
        sheet=SHEET2.format(state), parts={"xl/worksheets/sheet2.xml": CANARY_SHEET},
        links=[("worksheet", "worksheets/sheet2.xml")],
    )  # fmt: skip


def styled(*how, before=""):
    return xlsx(
        rows=f'<row r="2">{CELL}</row>',
        parts={"xl/styles.xml": STYLES.format(before, *how).encode()},
        links=[("styles", "styles.xml")],
    )


def hiding():
    """(technique, file, part of the sentence that names it)."""
    yield from in_pdf()
    yield from in_word()
    yield from in_excel()
    yield from in_slides()
    yield from in_pictures()


def in_pdf():
    yield "pdf black box", drawn(words(100, 500) + " 0 g 90 490 200 40 re f"), "are not seen"
    yield "pdf white box", drawn(words() + " 1 g 90 490 200 40 re f"), "are not seen"
    yield "pdf white text", drawn(words(before="1 g")), "are not seen"
    yield "pdf faint text", drawn(words(before="0.96 g")), "are not seen"
    yield "pdf invisible text", drawn(words(mode=3)), "are not seen"
    yield "pdf transparent text", drawn(words(before="/G0 gs")), "are not seen"
    yield "pdf text off the page", drawn(words(x=-400, y=900)), "are not seen"
    yield "pdf clipped text", drawn(words(before="0 0 5 5 re W n")), "are not seen"
    yield "pdf tiny text", drawn(words(size=0.8)), "seen"
    yield (
        "pdf text under a picture",
        drawn(words() + " q 300 0 0 80 90 480 cm /P Do Q", picture),
        "are not seen",
    )
    yield (
        "pdf picture under a box",
        drawn(" q 200 0 0 200 90 300 cm /P Do Q 0 g 120 350 60 30 re f", picture),
        "picture under a black box",
    )
    yield "pdf layer", drawn(f" /OC /L1 BDC{words()} EMC", layer), "switched off"
    yield "pdf comment", drawn("", note("Text")), "comment"
    yield "pdf highlight", drawn("", note("Highlight")), "Ann Author"
    yield "pdf hidden field", drawn("", note("Widget", F=2)), "not shown"
    yield (
        "pdf spoken text",
        drawn(f" /Span <</ActualText ({CANARY * 5})>> BDC BT /F1 9 Tf 50 50 Td (x) Tj ET EMC"),
        "copied but not seen",
    )
    yield "pdf properties", drawn("", properties), "properties"
    yield "pdf data of programs", drawn("", pieces), "Data of programs"
    yield "pdf earlier version", revised(), "Earlier versions"
    yield (
        "pdf camera data",
        drawn("", lambda pdf: picture(pdf, {"data": a_jpeg(), "Filter": Name.DCTDecode})),
        "cameras",
    )


def in_word():
    ins = f'<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>{CANARY}</w:t></w:r></w:ins></w:p>'
    gone = f'<w:p><w:del w:id="1"><w:r><w:delText>{CANARY}</w:delText></w:r></w:del></w:p>'
    yield "docx insertion", docx(ins), "tracked changes"
    yield "docx deletion", docx(gone), "tracked changes"
    yield "docx comment", with_part(docx, "word/comments.xml", kind="comments"), "comments"
    yield "docx hidden text", docx(run("<w:vanish/>")), "hidden text"
    yield "docx white text", docx(run('<w:color w:val="FFFFFF"/>')), "in white"
    yield "docx tiny text", docx(run('<w:sz w:val="2"/>')), "too small"
    yield (
        "docx author",
        with_part(docx, "docProps/core.xml", CORE, "core-properties", "top"),
        "properties",
    )
    yield (
        "docx custom XML",
        docx(
            parts={"customXml/item1.xml": xml(f"<x>{CANARY}</x>")},
            links=[("customXml", "../customXml/item1.xml")],
        ),
        "custom XML",
    )
    yield (
        "docx orphan",
        docx(parts={"word/old.xml": xml(f"<x>{CANARY}</x>")}),
        "nothing in it shows",
    )
    yield "docx cropped picture", docx(CROP), "cropped"
    yield "docx camera data", with_part(docx, "word/media/a.jpg", a_jpeg(), "image"), "cameras"
    yield (
        "docx variables",
        with_part(
            docx,
            "word/settings.xml",
            xml(
                '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f'<w:docVars><w:docVar w:name="{CANARY}"/></w:docVars></w:settings>'
            ),
            "settings",
        ),
        "kept about its writing",
    )
    yield (
        "docx workbook",
        with_part(docx, "word/embeddings/a.xlsx", xlsx(rows=f'<row r="2">{CELL}</row>'), "package"),
        "whole documents inside",
    )


def in_excel():
    yield "xlsx hidden sheet", two_sheets("hidden"), "sheet “Two” is hidden"
    yield "xlsx very hidden sheet", two_sheets("veryHidden"), "sheet “Two” is hidden"
    yield "xlsx hidden row", xlsx(rows=f'<row r="2" hidden="1">{CELL}</row>'), "hidden rows"
    yield (
        "xlsx hidden column",
        xlsx(
            rows=f'<row r="2">{CELL}</row>', before='<cols><col min="1" max="1" hidden="1"/></cols>'
        ),
        "hidden columns",
    )
    yield (
        "xlsx filter",
        xlsx(
            rows=f'<row r="2">{CELL}</row>',
            after='<autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>',
        ),
        "filter leaves out",
    )
    yield (
        "xlsx pivot cache",
        with_part(xlsx, "xl/pivotCache/records1.xml", kind="pivotCacheRecords"),
        "pivot table",
    )
    yield "xlsx comment", with_part(xlsx, "xl/comments1.xml", kind="comments"), "comments"
    yield (
        "xlsx other workbook",
        with_part(xlsx, "xl/externalLinks/externalLink1.xml", kind="externalLink"),
        "other workbooks",
    )
    yield "xlsx connection", with_part(xlsx, "xl/connections.xml", kind="connections"), "databases"
    yield "xlsx white value", styled(1, 0), "in white"
    yield "xlsx format without signs", styled(0, 200, before=BLANK), "without signs"
    yield (
        "xlsx hidden name",
        xlsx(
            book='<definedNames><definedName name="a" hidden="1">'
            f"{CANARY}</definedName></definedNames>"
        ),
        "names of cells",
    )
    yield (
        "xlsx author",
        with_part(xlsx, "docProps/core.xml", CORE, "core-properties", "top"),
        "properties",
    )
    yield (
        "xlsx printer",
        xlsx(
            parts={
                "xl/printerSettings/p.bin": C,
                "xl/worksheets/_rels/sheet1.xml.rels": rels(
                    ("printerSettings", "../printerSettings/p.bin")
                ),
            }
        ),
        "printer",
    )


def in_slides():
    yield "pptx hidden slide", pptx(shape(CANARY), slide='show="0"'), "hidden slides"
    notes = xml(
        '<p:notes xmlns:p="p" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<a:t>{CANARY}</a:t></p:notes>"
    )
    yield (
        "pptx notes",
        pptx(
            parts={"ppt/notesSlides/notesSlide1.xml": notes},
            links=[("notesSlide", "../notesSlides/notesSlide1.xml")],
        ),
        "notes",
    )
    yield (
        "pptx comment",
        pptx(
            parts={"ppt/comments/comment1.xml": xml(f"<x>{CANARY}</x>")},
            links=[("comments", "../comments/comment1.xml")],
        ),
        "comments",
    )
    yield "pptx beside the slide", pptx(shape(CANARY, x=19144000)), "beside the slides"
    yield "pptx hidden shape", pptx(shape(CANARY, hidden='hidden="1"')), "hidden"
    yield "pptx tiny text", pptx(shape(CANARY, text='sz="100"')), "too small"
    yield (
        "pptx author",
        with_part(pptx, "docProps/core.xml", CORE, "core-properties", "top"),
        "properties",
    )


def in_pictures():
    yield "png text", png(chunk(b"tEXt", b"Author\x00" + C)), "texts about it"
    yield (
        "png packed text",
        png(chunk(b"zTXt", b"Note\x00\x00" + zlib.compress(C))),
        "texts about it",
    )
    yield "png camera data", png(chunk(b"eXIf", b"MM\x00*" + C)), "camera"
    yield "png private data", png(chunk(b"caNb", C)), "only one program"
    yield "png frames", png(chunk(b"acTL", struct.pack(">II", 2, 0))), "further frames"


def clean():
    """Files that hide nothing: these pass, whole or after their properties were taken out."""
    table = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="003366"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
    for number in range(1, 6):
        yield f"pdf of {number} pages", a_pdf(*[f"Page {n} of the paper" for n in range(number)])
    yield (
        "pdf with white on blue",
        drawn(" q 0 0 0.6 rg 90 490 300 40 re f Q q 1 g BT /F1 14 Tf 100 500 Td (Heading) Tj ET Q"),
    )
    yield "pdf with a picture", drawn(" q 200 0 0 200 90 300 cm /P Do Q", picture)
    yield "pdf turned", a_pdf(("Wide table", 842, 595, 90))
    yield "pdf with grey text", drawn(" q 0.6 g BT /F1 10 Tf 100 300 Td (A note in grey) Tj ET Q")
    yield "pdf with small print", drawn(" BT /F1 6 Tf 100 300 Td (A footnote) Tj ET")
    yield "pdf with a link", drawn("", note("Link"))
    yield "pdf with chart bars", drawn(" 0.2 g 100 100 30 90 re f 0.5 g 140 100 30 60 re f")
    for said in ("Short.", "A longer paragraph about data. " * 40, "Größe, naïve, 100 €"):
        yield f"docx of {len(said)} letters", docx(words=said)
    yield (
        "docx with a shaded heading",
        docx(table.format(run('<w:color w:val="FFFFFF"/>', "Heading"))),
    )
    yield "docx with bold text", docx(run("<w:b/>", "Bold"))
    yield "docx not hidden", docx(run('<w:vanish w:val="0"/>', "Shown"))
    yield "docx with a picture", with_part(docx, "word/media/a.png", png(), "image")
    yield (
        "docx with headers",
        with_part(docx, "word/header1.xml", xml("<w:hdr xmlns:w='w'/>"), "header"),
    )
    yield from clean_tables()


def clean_tables():
    """Workbooks, slides, pictures and tables that hide nothing."""
    for rows in (1, 20, 300):
        more = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, rows + 2))
        yield f"xlsx of {rows} rows", xlsx(rows=more)
    yield "xlsx with a filter unused", xlsx(after='<autoFilter ref="A1:A2"/>')
    yield (
        "xlsx with white on blue",
        xlsx(
            rows='<row r="2"><c r="A2" s="1"><v>1</v></c></row>',
            parts={
                "xl/styles.xml": STYLES.format("", 1, 0)
                .replace("<fill/>", "<fill><patternFill patternType='solid'/></fill>")
                .encode()
            },
            links=[("styles", "styles.xml")],
        ),
    )
    yield "xlsx with two sheets", two_sheets("visible")
    for number in range(1, 4):
        yield f"pptx of {number} shapes", pptx(shape("Words") * number)
    yield (
        "pptx with a picture",
        pptx(parts={"ppt/media/a.png": png()}, links=[("image", "../media/a.png")]),
    )
    for side in (1, 8, 64):
        yield f"png of {side} dots", png(width=side, height=side)
    yield "png with sizes", png(chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1)))
    yield "csv", CSV
    yield "csv with semicolons", b"a;b\n1;2\n"
    yield "csv with names", "Größe,Zahl\nklein,1\n".encode()
    yield "csv with quotes", b'a,b\n"one, two",3\n'
    yield "csv with tabs", b"a\tb\n1\t2\n"
    yield "csv of Excel", b"\xef\xbb\xbfa,b\r\n1,2\r\n"
