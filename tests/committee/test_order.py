"""Where rows stand among the others, and where a step takes them."""

from types import SimpleNamespace

import pytest

from committee import order


def row(pk, parent=None, position=None):
    return SimpleNamespace(pk=pk, parent_id=parent, position=position or pk)


ROWS = [row(1), row(2, parent=1), row(3, parent=2), row(4, parent=1), row(5), row(6)]


def keys(rows):
    return [one.pk for one in rows]


def test_what_stands_under_a_row_is_found_however_deep():
    assert keys(order.all_under(ROWS, ROWS[0])) == [2, 3, 4]
    assert order.all_under(ROWS, ROWS[4]) == []


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
def test_a_row_moves_with_all_under_it(moved, parent, after, expected):
    by_key = {one.pk: one for one in ROWS} | {None: None}

    ordered = order.reordered(ROWS, by_key[moved], parent=by_key[parent], after=by_key[after])

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
    parent, after = order.step(ROWS, ROWS[pk - 1], direction)

    assert (parent and parent.pk, after and after.pk) == expected


@pytest.mark.parametrize(
    ("pk", "direction"),
    [(1, "up"), (6, "down"), (1, "in"), (2, "in"), (1, "out"), (1, "round"), (4, "down")],
)
def test_a_step_may_lead_nowhere(pk, direction):
    assert order.step(ROWS, ROWS[pk - 1], direction) is None


def test_rows_are_read_with_those_under_them_after_each():
    ordered = order.in_order([row(1), row(3), row(2), row(4, 1), row(5, 4), row(6, 3, position=1)])

    assert [(one.pk, one.depth) for one in ordered] == [
        (1, 0), (4, 1), (5, 2), (2, 0), (3, 0), (6, 1),
    ]  # fmt: skip


def test_a_row_whose_parent_is_elsewhere_stands_at_the_top():
    assert [(one.pk, one.depth) for one in order.in_order([row(1), row(2, 9)])] == [(1, 0), (2, 0)]


def test_rows_may_nest_without_end():
    rows = [row(pk, pk - 1 or None) for pk in range(1, 3000)]

    assert order.in_order(rows)[-1].depth == 2998
