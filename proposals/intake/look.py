"""Which kind of file this is, by its content; and whether it is sound and does nothing."""

import puremagic

from proposals.intake import package, pdf, png, table
from proposals.intake.unfit import Unfit
from proposals.kinds import IN_WORDS

EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"
BEGINS = [
    (b"%PDF-", pdf.look),
    (b"PK\x03\x04", package.look),
    (b"\x89PNG\r\n\x1a\n", png.look),
]
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
OTHERS = [  # what is sent by mistake, and what to do then
    (b"\xff\xd8\xff", "a JPEG picture", "Save the picture as PNG, or put it into a PDF."),
    (b"GIF8", "a GIF picture", "Save the picture as PNG."),
    (b"{\\rtf", "an RTF text", "Save it as DOCX or PDF."),
    (b"MZ", "a program", "Programs are not taken in."),
    (b"\x7fELF", "a program", "Programs are not taken in."),
    (b"Rar!", "an archive", "Unpack it and send the files one by one."),
    (b"7z\xbc\xaf", "an archive", "Unpack it and send the files one by one."),
    (b"\x1f\x8b", "an archive", "Unpack it and send the files one by one."),
]


def look(content: bytes) -> tuple[dict, bytes]:
    """The kind of file, as its ending; refused with a sentence where it is none we take."""
    if len(content) < 2:
        raise Unfit("The file is empty. Choose the file again; if it stays empty, save it anew.")
    if EICAR in content:
        raise Unfit("The file holds the EICAR virus test. Files with viruses are not taken in.")
    for begins, inspect in BEGINS:
        if content.startswith(begins):
            return {"kind": inspect(content)}, b""
    _is_no_other(content)
    return {"kind": table.look(content, unknown(content))}, b""


def _is_no_other(content: bytes) -> None:
    """What is known and not taken in gets a sentence of its own."""
    if content.startswith(OLD_OFFICE):
        raise Unfit(_old_office(content))
    for begins, what, advice in OTHERS:
        if content.startswith(begins):
            raise Unfit(f"The file is {what}. {advice}")
    if b"%PDF-" in content[:1024]:
        raise Unfit("The file is not a PDF alone: something else stands before it. Save it anew.")


def _old_office(content: bytes) -> str:
    if LOCKED in content:
        return "The document is locked by a password. Take the password off and send it again."
    return (
        "The file is a document of Word, Excel or PowerPoint as they were before 2007, or one "
        "like it. Save it as DOCX, XLSX or PPTX and send that."
    )


def unknown(content: bytes) -> str:
    """What to say of a file that is of no kind we take."""
    try:
        found = puremagic.from_string(content[:65536])
    except (puremagic.PureError, ValueError, IndexError):
        found = ""
    seems = f" (it seems to be {found.lstrip('.').upper()[:12]})" if found else ""
    return f"The file is none of the kinds taken here{seems}. Save it as {IN_WORDS}."
