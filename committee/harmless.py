"""Attached PDFs made harmless: pages that draw, and nothing that acts, hides or phones home.

What others have sent is hostile until shown otherwise. This runs in a child process with
little time and memory (committee/child.py), one for each file, so that a file that harms the
reader harms its own place in the pack and no other.
"""

import io
import json
from contextlib import suppress
from math import isfinite

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

LEAF = Name.Leaf  # what the drawing of each page is called
ACTIONS = {
    "/GoTo", "/GoTo3DView", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch",
    "/Movie", "/Named", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound",
    "/SubmitForm", "/Thread", "/Trans", "/URI",
}  # fmt: skip
ACTS = {"/AA", "/OpenAction", "/JS", "/JavaScript"}
CARRIES = {"/AF", "/EF", "/EmbeddedFiles", "/Metadata", "/PieceInfo", "/Thumb", "/LastModified"}
OF_STREAMS = {"/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/Alternates", "/StructParent"}
OF_STREAMS |= {"/StructParents"}
OF_ANY_STREAM = {"/Length", "/Filter"}
DEEPEST = 60
GONE = {"/Filespec", "/EmbeddedFile", "/Action", "/Sig", "/RichMediaContent"}
SMALLEST, LARGEST = 1, 14_400  # points; what a PDF may say of a page


def harmless(content: bytes, *, most_pages: int) -> bytes:
    """A line of JSON, then a PDF that only draws the pages of ``content``.

    The line holds ``sizes``, the width and height of each page, or ``fault``: the words that
    stand in the place of the file.
    """
    try:
        with pikepdf.open(io.BytesIO(content)) as source:
            sizes, made = _redrawn(source, most_pages)
    except _Unfit as error:
        return _fault(str(error))
    except pikepdf.PasswordError:
        return _fault("it is locked by a password")
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return _fault("it is damaged and cannot be read")
    return json.dumps({"sizes": sizes}).encode() + b"\n" + made


class _Unfit(Exception):
    """This file cannot be bound. The words end the sentence that it is not in the pack."""


def _fault(words: str) -> bytes:
    return json.dumps({"fault": words}).encode() + b"\n%%EOF"


def _redrawn(source: Pdf, most_pages: int) -> tuple[list, bytes]:
    if not source.pages:
        raise _Unfit("it has no pages")
    if len(source.pages) > most_pages:
        raise _Unfit("the pack would have too many pages with it")
    made = io.BytesIO()
    with pikepdf.new() as plain:
        sizes = [_draw(plain, page) for page in _flattened(source).pages]
        _keep_layers_hidden(plain, source)
        _strip(plain)
        plain.save(made, deterministic_id=True)
    return sizes, made.getvalue()


def _flattened(source: Pdf) -> Pdf:
    """``source`` with what its comments and form fields look like drawn into its pages."""
    with suppress(pikepdf.PdfError):
        source.generate_appearance_streams()
    with suppress(pikepdf.PdfError):
        source.flatten_annotations("screen")
    return source


def _draw(plain: Pdf, page) -> list[float]:
    """Add to ``plain`` one page that draws ``page`` as it is seen; its width and height."""
    box = [float(number) for number in page.cropbox]
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    scale = float(page.obj.get("/UserUnit", 1))
    width, height = width * scale, height * scale
    if int(page.obj.get("/Rotate", 0)) % 180:
        width, height = height, width
    if not all(isfinite(side) and SMALLEST <= side <= LARGEST for side in (width, height)):
        raise _Unfit("a page of it has an impossible size")
    for unseen in {"/TrimBox", "/BleedBox", "/ArtBox"} & set(page.obj.keys()):
        del page.obj[unseen]
    page.obj.MediaBox = page.obj.CropBox = Array(box)  # what is seen, and no more
    drawing = plain.copy_foreign(page.as_form_xobject())
    blank = plain.add_blank_page(page_size=(width, height))
    blank.obj.Resources = Dictionary(XObject=Dictionary({str(LEAF): drawing}))
    return [width, height]


def _keep_layers_hidden(plain: Pdf, source: Pdf) -> None:
    """Layers that were switched off stay so: else drafts of a map would come to light."""
    layers = source.Root.get("/OCProperties")
    if layers is None:
        return
    rule, known = layers.get("/D", Dictionary()), list(layers.get("/OCGs", []))
    if rule.get("/BaseState") == Name.OFF:
        shown = [one.objgen for one in rule.get("/ON", [])]
        hidden = [one for one in known if one.objgen not in shown]
    else:
        hidden = list(rule.get("/OFF", []))
    plain.Root.OCProperties = Dictionary(
        OCGs=Array([plain.copy_foreign(one) for one in known]),
        D=Dictionary(OFF=Array([plain.copy_foreign(one) for one in hidden])),
    )


def _strip(plain: Pdf) -> None:
    """Take out of everything that is left what could act, or carry something unseen."""
    for thing in plain.objects:
        if isinstance(thing, (Dictionary, Stream, Array)):
            _strip_one(thing, depth=0)


def _strip_one(thing, *, depth: int) -> None:
    """One object, and what stands in it directly; what it refers to is visited on its own."""
    if depth > DEEPEST:
        raise _Unfit("its parts are nested too deeply")
    parts = thing if isinstance(thing, Array) else _cut(thing)
    for part in parts:
        if isinstance(part, (Dictionary, Array)) and not part.is_indirect:
            _strip_one(part, depth=depth + 1)


def _cut(thing) -> list:
    """What is left in one dictionary, or in that of a stream, when it is stripped."""
    is_stream = isinstance(thing, Stream)
    is_bad = str(thing.get("/Type")) in GONE or str(thing.get("/S")) in ACTIONS
    for key, part in list(thing.items()):
        if (is_bad or _is_to_go(key, part, is_stream=is_stream)) and key not in OF_ANY_STREAM:
            del thing[key]
    if is_bad and is_stream:
        thing.write(b"")
    return [part for _, part in thing.items()]


def _is_to_go(key: str, part, *, is_stream: bool) -> bool:
    """Whether it acts or carries; a font or picture that happens to be called so does neither."""
    if is_stream:
        return key in OF_STREAMS | CARRIES | ACTS
    is_drawn = isinstance(part, Stream) and "/Subtype" in part
    is_font = isinstance(part, Dictionary) and part.get("/Type") == Name.Font
    return key in ACTS | CARRIES and not (is_drawn or is_font)
