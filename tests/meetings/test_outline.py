"""Lines as they are read: what answers what, and their numbers."""

import pytest

from meetings import outline
from meetings.models import AgendaItem, Entry


def line(pk, parent=None, kind="point", **details):
    return Entry(pk=pk, parent_id=parent, kind=kind, position=pk, text=str(pk), **details)


@pytest.mark.parametrize(
    ("lines", "kind", "expected"),
    [
        ([], "answer", None),
        ([line(1, kind="question")], "answer", 1),
        ([line(1, kind="question")], "comment", None),
        ([line(1, kind="question"), line(2, 1, "answer")], "answer", 1),
        ([line(1, kind="question"), line(2, 1, "comment")], "answer", None),
        ([line(1, kind="answer")], "answer", None),
        ([line(1, kind="question"), line(2, 1, "question")], "answer", 2),
    ],
)
def test_an_answer_finds_its_question(lines, kind, expected):
    found = outline.answered_by(lines, kind)

    assert (found and found.pk) == expected


@pytest.mark.parametrize(("number", "expected"), [("5", "5.1"), (None, "1"), ("3a", "3a.1")])
def test_lines_are_numbered_under_their_item(number, expected):
    lines = outline.number(AgendaItem(number=number), [line(1), line(2, paragraph="4.6a")])

    assert [one.number for one in lines] == [expected, "4.6a"]
