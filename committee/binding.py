"""Files bound into a document of ours: each of their pages over the leaf that was left for it.

The document is laid out with an empty leaf, of the right size, for each page of each file.
Its numbers, contents and bookmarks are then right by themselves; here only the drawings are
put in (docs/decisions/0007). It runs in a child process.
"""

import io
from contextlib import ExitStack

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Rectangle

from committee.harmless import LEAF

FOOT = 9 * 72 / 25.4  # points left free below a page for its number: print.css, .leaf
CLAIMS = (b'pdfaid:part="3" pdfaid:conformance="A"', b"<pdfuaid:part>1</pdfuaid:part>")


def bind(document: bytes, files: list[tuple[str, bytes]]) -> bytes:
    """``document`` with each file of ``files`` from the leaf named so onwards."""
    with ExitStack() as opened:
        pdf = opened.enter_context(pikepdf.open(io.BytesIO(document)))
        places, tags = _places(pdf), _Tags(pdf)
        hidden = []
        for leaf, content in files:
            source = opened.enter_context(pikepdf.open(io.BytesIO(content)))
            for number, page in enumerate(source.pages, start=places[leaf]):
                _lay(pdf, pdf.pages[number], page.obj.Resources.XObject[LEAF], tags)
            if layers := source.Root.get("/OCProperties"):
                hidden.append(pdf.copy_foreign(source.make_indirect(layers)))
        _hide_layers(pdf, hidden)
        if files:
            _claim_no_standard(pdf)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _places(pdf: Pdf) -> dict[str, int]:
    """The page on which each named place is, counted from 0."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    names = list(pdf.Root.Names.Dests.Names) if "/Names" in pdf.Root else []
    return {
        str(name): numbers[place[0].objgen]
        for name, place in zip(names[::2], names[1::2], strict=True)
    }


def _lay(pdf: Pdf, page, drawing, tags) -> None:
    """Put ``drawing`` on ``page`` above its foot, as large as goes in."""
    form = pdf.copy_foreign(drawing)
    own = pdf.make_indirect(Dictionary(dict(page.obj.Resources.items())))  # all pages share one
    own.XObject = Dictionary(dict(page.obj.Resources.get("/XObject", Dictionary()).items()))
    own.XObject[LEAF] = form
    page.obj.Resources = own
    _, _, width, height = (float(side) for side in page.mediabox)
    place = Rectangle(0, FOOT, width, height)
    drawn = page.calc_form_xobject_placement(form, LEAF, place, allow_expand=False)
    number = tags.add(page)
    tagged = b"/Span <</MCID %d>> BDC\n%s\nEMC\n" % (number, drawn)
    page.contents_add(pdf.make_stream(tagged), prepend=True)


class _Tags:
    """The tags of the document, to which the words of a bound page are added at its foot's."""

    def __init__(self, pdf: Pdf):
        self.pdf = pdf
        flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        self.of = {int(key): tags for key, tags in zip(flat[::2], flat[1::2], strict=True)}

    def add(self, page) -> int:
        """A tag for the drawing on ``page``, beside the words in its foot; its number there."""
        tags = self.of[int(page.obj.StructParents)]
        foot = tags[0].P
        tag = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Span, P=foot, Pg=page.obj, K=Array([len(tags)]))
        )
        foot.K.append(tag)
        tags.append(tag)
        return len(tags) - 1


def _hide_layers(pdf: Pdf, found: list) -> None:
    """What was switched off in a file is switched off in the whole."""
    if found:
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([one for layers in found for one in layers.OCGs]),
            D=Dictionary(OFF=Array([one for layers in found for one in layers.D.OFF])),
        )


def _claim_no_standard(pdf: Pdf) -> None:
    """Our own pages keep to PDF/UA and PDF/A; nobody knows that of what others have drawn."""
    said = pdf.Root.Metadata.read_bytes()
    for claim in CLAIMS:
        said = said.replace(claim, b"")
    pdf.Root.Metadata.write(said)
