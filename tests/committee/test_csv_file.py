"""CSV that no spreadsheet mistakes for formulas."""

import csv
import io

import pytest

from committee.csv_file import BOM, csv_response, harmless


@pytest.mark.parametrize(
    "words",
    [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "|cmd", "%x", "＝1", "-",
        "=HYPERLINK(\"https://example.org\")",
    ],
)  # fmt: skip
def test_cell_that_would_be_computed_is_words(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("value", [-1, 0, 2.5, "", "Model", "A = B", "2026-03-02", "é"])
def test_other_cells_stay_as_they_are(value):
    assert harmless(value) == value


def test_nothing_is_an_empty_cell():
    assert harmless(None) == ""


def test_file_is_utf8_with_a_mark_and_is_saved_not_shown():
    answer = csv_response("figures", [["Name", "Days"], ["=Zoë, “x”\nnew line", -3]])

    text = answer.content.decode()
    assert text.startswith(BOM)
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM))))
    assert rows == [["Name", "Days"], ["'=Zoë, “x”\nnew line", "-3"]]
    assert answer["Content-Disposition"] == 'attachment; filename="figures.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
