"""Where lines stand, and where a step takes them."""

import pytest

from meetings import outline
from meetings.models import AgendaItem, Entry


def line(pk, parent=None, kind="point", **details):
    return Entry(pk=pk, parent_id=parent, kind=kind, position=pk, text=str(pk), **details)


LINES = [line(1), line(2, parent=1), line(3, parent=2), line(4, parent=1), line(5), line(6)]


def keys(lines):
    return [one.pk for one in lines]


def test_replies_are_found_however_deep():
    assert keys(outline.replies_of(LINES, LINES[0])) == [2, 3, 4]
    assert outline.replies_of(LINES, LINES[4]) == []


@pytest.mark.parametrize(
    ("moved", "parent", "after", "expected"),
    [
        (6, None, None, [6, 1, 2, 3, 4, 5]),
        (6, None, 1, [1, 2, 3, 4, 6, 5]),
        (5, 1, None, [1, 5, 2, 3, 4, 6]),
        (5, 1, 2, [1, 2, 3, 5, 4, 6]),
        (1, None, 5, [5, 1, 2, 3, 4, 6]),
    ],
)
def test_a_line_moves_with_its_replies(moved, parent, after, expected):
    by_key = {one.pk: one for one in LINES} | {None: None}

    ordered = outline.reordered(LINES, by_key[moved], parent=by_key[parent], after=by_key[after])

    assert keys(ordered) == expected


@pytest.mark.parametrize(
    ("pk", "direction", "expected"),
    [
        (5, "up", (None, None)),
        (6, "up", (None, 1)),
        (1, "down", (None, 5)),
        (4, "up", (1, None)),
        (5, "in", (1, 4)),
        (6, "in", (5, None)),
        (3, "out", (1, 2)),
        (2, "out", (None, 1)),
    ],
)
def test_a_step_leads_to_a_place(pk, direction, expected):
    parent, after = outline.step(LINES, LINES[pk - 1], direction)

    assert (parent and parent.pk, after and after.pk) == expected


@pytest.mark.parametrize(
    ("pk", "direction"),
    [(1, "up"), (6, "down"), (1, "in"), (2, "in"), (1, "out"), (1, "round"), (4, "down")],
)
def test_a_step_may_lead_nowhere(pk, direction):
    assert outline.step(LINES, LINES[pk - 1], direction) is None


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
