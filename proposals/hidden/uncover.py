"""Look for what is hidden in a file that was taken in, and make its copy for the public."""

from proposals.hidden import office, pdf, png
from proposals.hidden.findings import Findings
from proposals.intake.look import look

READERS = {
    "pdf": pdf.uncover,
    "docx": office.uncover,
    "xlsx": office.uncover,
    "pptx": office.uncover,
    "png": png.uncover,
}


def uncover(content: bytes) -> tuple[dict, bytes]:
    """The findings, and the copy in which there are none; no copy while any of them stays."""
    kind = look(content)[0]["kind"]
    findings = Findings()
    made = content
    if kind in READERS:  # a CSV shows all it holds
        made = READERS[kind](content, findings)
    answer = {"findings": findings.as_list}
    return answer, b"" if findings.stops else made
