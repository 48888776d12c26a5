"""CSV: text in rows of equal length, that no spreadsheet takes for something to run."""

import csv
import io
import re

from proposals.intake.unfit import Unfit

MOST_ROWS, MOST_IN_A_CELL = 1_000_000, 100_000
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
MARKUP = re.compile(
    r"\s*(<[!?a-z/]|#!|@echo|\{\s*[\"'])|<(script|svg|html|iframe|object)\b", re.IGNORECASE
)
FORMULA = re.compile(r"\s*([=@]|[+\-][^\d.,\s)\-+].*[(|!])")


def look(content: bytes, otherwise: str) -> str:
    """``csv``; ``otherwise`` is said of what is no text at all."""
    text = text_of(content)
    if text is None or NOT_TEXT.search(text):
        raise Unfit(otherwise)
    if MARKUP.match(text) or MARKUP.search(text[:4096]):
        raise Unfit("The file is a web page, drawing or script. Save it as PDF, PNG or CSV.")
    _check(rows_of(text))
    return "csv"


def text_of(content: bytes) -> str | None:
    """The words of the file, whichever of the usual ways they are written in."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for way in ["utf-16"] if is_wide else ["utf-8-sig", "cp1252"]:
        try:
            return content.decode(way)
        except UnicodeDecodeError:
            continue
    return None


def rows_of(text: str):
    """The rows, by whichever of the usual signs parts the first into most cells."""
    csv.field_size_limit(MOST_IN_A_CELL)
    first = text.split("\n", 1)[0]
    sign = max(",;\t|", key=first.count)
    if not first.count(sign):
        raise Unfit("The text is not a table: its first line has one cell. Save it as CSV or PDF.")
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)


def _check(rows) -> None:
    odd = count = width = 0
    try:
        for count, row in enumerate(rows, start=1):
            width = width or len(row)
            odd += bool(row) and len(row) != width
            if count > MOST_ROWS:
                raise Unfit(f"The table has more than {MOST_ROWS:,} rows. Send it in parts.")
            for cell in row:
                if cell[:1] in "=+-@\t\r " and FORMULA.match(cell):
                    raise Unfit(
                        f"Row {count} of the table has a cell that a spreadsheet would run as a "
                        "formula. Save the values alone."
                    )
    except csv.Error as error:
        raise Unfit(f"The table is damaged near row {count + 1}. Save it anew as CSV.") from error
    if odd > max(2, count // 10):
        raise Unfit("The text is not a table: its rows differ in length. Save it as CSV or PDF.")
