"""Tables as CSV that no spreadsheet mistakes for formulas.

A cell that a spreadsheet would compute is given an apostrophe in front, as OWASP advises.
(The package defusedcsv does so too, but not for a tab or a line break at the beginning.)
UTF-8 with a byte order mark: without it Excel takes the file for the local code page.
"""

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse

FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")
BOM = "\ufeff"


def harmless(value) -> str | int | float:
    """``value`` as a cell: numbers are numbers, words are words however they begin."""
    if isinstance(value, int | float):
        return value
    words = "" if value is None else str(value)
    is_risky = words.startswith(FORMULA) or words.lstrip().startswith(FORMULA)
    return f"'{words}" if is_risky else words


def csv_response(name: str, rows: Iterable[Iterable]) -> HttpResponse:
    """``rows`` to be saved as ``name``.csv."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([harmless(value) for value in row] for row in rows)
    response = HttpResponse(BOM + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
