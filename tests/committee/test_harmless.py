"""What is left of attached PDFs: pages that draw, and nothing else."""

import io
import json

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from committee import child
from committee.harmless import harmless
from tests.attachments import BROKEN, LOCKED, a_hidden_layer, a_pdf, arm, everything_in


def seen(content, **how):
    """The facts of a file, and the file made harmless."""
    facts, _, made = harmless(content, most_pages=how.get("most_pages", 9)).partition(b"\n")
    return json.loads(facts), made


def test_pages_are_drawn_as_they_are_seen():
    facts, made = seen(a_pdf("One", ("Two", 595, 842, 90), ("Three", 1191, 842, 0)))

    assert facts == {"sizes": [[595, 842], [842, 595], [1191, 842]]}
    assert b"(One) Tj" in everything_in(made)


def test_nothing_that_acts_or_carries_is_left():
    hostile = a_pdf("Words", change=arm)
    assert everything_in(hostile).count(b"CANARY") > 15

    facts, made = seen(hostile)

    left = everything_in(made)
    assert facts == {"sizes": [[595, 842]]}
    assert b"(Words) Tj" in left
    for word in (b"CANARY", b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/URI", b"/Launch",
                 b"/SubmitForm", b"/EmbeddedFile", b"/Filespec", b"/Metadata", b"/PieceInfo",
                 b"/Annots", b"/AcroForm", b"/Ref", b"/OPI"):  # fmt: skip
        assert word not in left, word


def test_a_font_that_is_called_like_an_action_stays():
    def rename(pdf):
        page = pdf.pages[0]
        page.Resources.Font = Dictionary({"/AA": page.Resources.Font.F1})
        page.Contents = pdf.make_stream(b"BT /AA 18 Tf (Words) Tj ET")

    _, made = seen(a_pdf("x", change=rename))

    with pikepdf.open(io.BytesIO(made)) as pdf:
        drawing = pdf.pages[0].Resources.XObject.Leaf
        assert drawing.Resources.Font.AA.BaseFont == Name.Helvetica


def test_what_is_typed_into_a_form_is_drawn():
    def fill(pdf):
        shown = pdf.make_stream(
            b"BT /F1 9 Tf (Typed in) Tj ET", Type=Name.XObject, Subtype=Name.Form,
            BBox=Array([0, 0, 90, 20]), Resources=Dictionary(),
        )  # fmt: skip
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([10, 10, 100, 30]),
            AP=Dictionary(N=shown),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    _, made = seen(a_pdf("x", change=fill))

    assert b"(Typed in) Tj" in everything_in(made)


@pytest.mark.parametrize("base", [None, Name.OFF])
def test_layers_that_are_off_stay_off(base):
    def hide(pdf):
        a_hidden_layer(pdf)
        if base:
            pdf.Root.OCProperties.D = Dictionary(BaseState=base)

    _, made = seen(a_pdf("x", change=hide))

    with pikepdf.open(io.BytesIO(made)) as pdf:
        layers = pdf.Root.OCProperties
        drawn = pdf.pages[0].Resources.XObject.Leaf.Resources.Properties.L1
        assert [layer.objgen for layer in layers.D.OFF] == [drawn.objgen]


def cut(pdf):
    pdf.pages[0].obj.MediaBox = Array([0, 0, 0, 842])


def unit(pdf):
    pdf.pages[0].obj.UserUnit = 75_000


def endless(pdf):
    deep = Array([])
    for _ in range(90):
        deep = Array([deep])
    pdf.pages[0].Resources.Properties = Dictionary(P=Dictionary(Deep=deep))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (LOCKED, "it is locked by a password"),
        (BROKEN, "it is damaged and cannot be read"),
        (b"", "it is damaged and cannot be read"),
        (a_pdf(), "it has no pages"),
        (a_pdf(*"0123456789"), "the pack would have too many pages with it"),
        (a_pdf("x", change=cut), "a page of it has an impossible size"),
        (a_pdf("x", change=unit), "a page of it has an impossible size"),
        (a_pdf("x", change=endless), "its parts are nested too deeply"),
    ],
)
def test_what_cannot_be_bound_is_said_in_words(content, fault):
    facts, made = seen(content)

    assert facts == {"fault": fault}
    assert made == b"%%EOF"


def test_a_bomb_harms_nobody(settings):
    settings.PDF_SECONDS, settings.PDF_MEMORY_MB = 5, 400
    page = b"\n" + b" " * (300 << 20)

    def swell(pdf):
        pdf.pages[0].Contents = Array([pdf.make_stream(page), pdf.make_stream(page)])

    with pytest.raises(child.CannotPrint):
        child.run(lambda: harmless(a_pdf("x", change=swell), most_pages=9))
