"""The kinds of files a paper may have: what each is called, ends in, and is served as."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    ending: str
    media_type: str
    words: str  # for people


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = [
    Kind("pdf", "application/pdf", "PDF"),
    Kind("docx", f"{_OFFICE}.wordprocessingml.document", "Word document"),
    Kind("xlsx", f"{_OFFICE}.spreadsheetml.sheet", "Excel workbook"),
    Kind("pptx", f"{_OFFICE}.presentationml.presentation", "PowerPoint slides"),
    Kind("png", "image/png", "PNG picture"),
    Kind("csv", "text/csv", "CSV table"),
]
BY_ENDING = {kind.ending: kind for kind in KINDS}
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}
ACCEPTED = ",".join(f".{kind.ending}" for kind in KINDS)
IN_WORDS = "PDF, Word (DOCX), Excel (XLSX), PowerPoint (PPTX), PNG or CSV"


def kind_of(media_type: str) -> str:
    """What files of this type are called."""
    found = BY_MEDIA_TYPE.get(media_type)
    return found.words if found else "File"
