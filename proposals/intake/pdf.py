"""PDF: it can be read, has pages, unpacks to a sane size, and neither acts nor encloses."""

import io
import re
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Stream

from proposals.intake.unfit import Unfit

MOST_PAGES = 2000
MOST_UNPACKED, MOST_OF_ONE = 400 << 20, 120 << 20  # bytes
MOST_PIXELS = 400_000_000
WORTH_A_LOOK = 40_000  # bytes: what is packed smaller cannot unpack to much
DEEPEST = 60
ACTS = {
    "/JavaScript": "scripts", "/Launch": "a command that starts programs",
    "/ImportData": "a command that reads other files", "/SubmitForm": "a form that sends data away",
    "/GoToE": "a link into an enclosed file", "/GoToR": "a link that opens other files",
    "/Rendition": "sound or film", "/Sound": "sound or film", "/Movie": "sound or film",
    "/RichMediaExecute": "sound or film",
}  # fmt: skip
SHOWS = {"/RichMedia": "sound or film", "/3D": "a moving model", "/Screen": "sound or film"}
SHOWS |= {"/Movie": "sound or film", "/Sound": "sound or film"}
PRINT = "Print the document to PDF again, and send that."
MARKUP = re.compile(rb"<(script|html|svg|iframe|body|\?php)\b", re.IGNORECASE)
SPACE = b"\x00\t\n\x0c\r "


def look(content: bytes) -> str:
    _is_alone(content)
    with opened(content) as pdf:
        if not len(pdf.pages):
            raise Unfit(f"The PDF has no pages. {PRINT}")
        if len(pdf.pages) > MOST_PAGES:
            raise Unfit(
                f"The PDF has {len(pdf.pages)} pages; {MOST_PAGES} are the most. Send parts."
            )
        _check_objects(pdf)
    return "pdf"


def opened(content: bytes) -> pikepdf.Pdf:
    """The PDF, if it can be read without a password."""
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as error:
        raise Unfit(
            "The PDF is locked by a password. Take the password off and send it again."
        ) from error
    except pikepdf.PdfError as error:
        raise Unfit(f"The PDF is damaged and cannot be read. {PRINT}") from error


def _is_alone(content: bytes) -> None:
    """Nothing but a PDF: no second file before, in the head, or behind the end."""
    if MARKUP.search(content[:1024]):
        raise Unfit(f"The PDF begins with a web page. {PRINT}")
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise Unfit(f"The PDF is cut off: its end is missing. {PRINT}")
    if len(content[end + 5 :].strip(SPACE)) or zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit(f"Something else stands behind the end of the PDF. {PRINT}")


def _check_objects(pdf: pikepdf.Pdf) -> None:
    unpacked = 0
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            unpacked += _size_of(thing)
            if unpacked > MOST_UNPACKED:
                raise Unfit(f"The PDF unpacks to far more than it shows. {PRINT}")
        if isinstance(thing, Dictionary | Stream | Array):
            _check_one(thing, depth=0)


def _check_one(thing, *, depth: int) -> None:
    """One object, and what stands in it directly; what it refers to is visited on its own."""
    if depth > DEEPEST:
        raise Unfit(f"The PDF is damaged: its parts are nested too deeply. {PRINT}")
    parts = thing
    if not isinstance(thing, Array):
        parts = _checked(thing)
    for part in parts:
        if isinstance(part, Dictionary | Array) and not part.is_indirect:
            _check_one(part, depth=depth + 1)


def _checked(thing) -> list:
    """The parts of one dictionary that does nothing and encloses nothing."""
    said = dict(thing.items())
    found = _acts(said)
    if found:
        raise Unfit(f"The PDF holds {found}. {PRINT}")
    if not {"/EF", "/EmbeddedFiles"}.isdisjoint(said) or said.get("/Type") == "/EmbeddedFile":
        raise Unfit("The PDF encloses other files. Take them out, and send each on its own.")
    if "/XFA" in said:
        raise Unfit(f"The PDF is a form for Adobe programs alone. {PRINT}")
    return list(said.values())


def _acts(said: dict) -> str:
    """What it would do, in words."""
    if "/JS" in said:
        return "scripts"
    verb, shows = said.get("/S"), said.get("/Subtype")
    if isinstance(verb, pikepdf.Name) and str(verb) in ACTS:
        return ACTS[str(verb)]
    if isinstance(shows, pikepdf.Name) and str(shows) in SHOWS and "/Rect" in said:
        return SHOWS[str(shows)]
    return ""


def _size_of(stream: Stream) -> int:
    """How much it unpacks to, looked at only where that could be much."""
    width, height = stream.get("/Width"), stream.get("/Height")
    if isinstance(width, int) and isinstance(height, int) and width * height > MOST_PIXELS:
        raise Unfit(f"The PDF holds a picture of {width:,} by {height:,} points. Save it smaller.")
    filters = stream.get("/Filter", [])
    names = [str(one) for one in (filters if isinstance(filters, Array) else [filters])]
    if sum(name in {"/FlateDecode", "/LZWDecode", "/Fl", "/LZW"} for name in names) > 1:
        raise Unfit(f"The PDF holds a part that is packed twice. {PRINT}")
    if names != ["/FlateDecode"] or int(stream.get("/Length", 0)) < WORTH_A_LOOK:
        return 0
    return _unpacked(stream.read_raw_bytes())


def _unpacked(raw: bytes) -> int:
    unpacker, found, piece = zlib.decompressobj(), 0, raw
    try:
        while piece and not unpacker.eof:
            found += len(unpacker.decompress(piece, 1 << 20))
            piece = unpacker.unconsumed_tail
            if found > MOST_OF_ONE:
                raise Unfit(f"The PDF unpacks to far more than it shows. {PRINT}")
    except zlib.error:
        return found
    return found
