"""PDFs as others send them: plain, odd, locked, broken and hostile."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def a_pdf(*pages, change=lambda pdf: None, **how) -> bytes:
    """A PDF whose pages say ``pages``; each is words, or (words, width, height, rotation)."""
    pdf = pikepdf.new()
    for said in pages:
        words, width, height, turned = said if isinstance(said, tuple) else (said, 595, 842, 0)
        page = pdf.add_blank_page(page_size=(width, height))
        drawn = f"BT /F1 18 Tf 20 {height - 40} Td ({words}) Tj ET"
        page.Contents = pdf.make_stream(drawn.encode())
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
        page.obj.Rotate = turned
    change(pdf)
    made = io.BytesIO()
    pdf.save(made, **how)
    return made.getvalue()


def arm(pdf) -> None:
    """Put a canary into everything in which a PDF can act or carry something."""
    script = Dictionary(S=Name.JavaScript, JS=String("CANARY.launchURL()"))
    away = Dictionary(S=Name.URI, URI=String("https://CANARY.example/"))
    page = pdf.pages[0]
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("CANARY"), pdf.make_indirect(script)]))
    )
    pdf.attachments["CANARY.txt"] = b"CANARY"
    pdf.docinfo["/Author"] = "CANARY"
    pdf.Root.Metadata = pdf.make_stream(b"<x>CANARY</x>", Type=Name.Metadata, Subtype=Name.XML)
    page.obj.AA = Dictionary(O=script)
    page.obj.PieceInfo = Dictionary(CANARY=Dictionary(Private=String("CANARY")))
    page.obj.Metadata = pdf.make_stream(b"CANARY")
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("CANARY"),
        Rect=Array([0, 0, 90, 90]),
        A=Dictionary(S=Name.SubmitForm, F=String("https://CANARY.example/")),
        AA=Dictionary(E=script),
    )  # fmt: skip
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=away)
    page.obj.Annots = Array([pdf.make_indirect(field), pdf.make_indirect(link)])
    pdf.Root.AcroForm = Dictionary(Fields=Array([page.obj.Annots[0]]))
    picture = pdf.make_stream(
        b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Metadata=pdf.make_stream(b"CANARY"),
        AF=Array([Dictionary(Type=Name.Filespec, F=String("CANARY"))]),
        OPI=Dictionary(F=String("CANARY")),
    )  # fmt: skip
    form = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
        PieceInfo=Dictionary(CANARY=String("CANARY")),
        Ref=Dictionary(F=String("CANARY.pdf"), Page=0),
        Resources=Dictionary(Properties=Dictionary(P=Dictionary(A=away, AA=script))),
    )  # fmt: skip
    page.Resources.XObject = Dictionary(Im1=picture, Fm1=form)


def a_hidden_layer(pdf) -> None:
    """A layer of the first page that is switched off."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(L1=layer)


def everything_in(content: bytes) -> bytes:
    """All that a PDF holds, with nothing compressed."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        made = io.BytesIO()
        pdf.save(
            made,
            stream_decode_level=pikepdf.StreamDecodeLevel.specialized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


LOCKED = a_pdf("x", encryption=pikepdf.Encryption(user="secret", owner="secret"))
BROKEN = b"%PDF-1.7 broken\n%%EOF"
