import pytest

from meetings.placing import Place, place_of


def agenda(*items):
    return [Place(kind, frozenset(papers.split())) for kind, papers in items]


@pytest.mark.parametrize(
    ("papers", "items", "place"),
    [
        ("a", [("paper", "a"), ("discussion", "")], 1),
        ("a", [("paper", "a"), ("paper", "b"), ("advice", "b"), ("advice", "a b")], 3),
        ("a b", [("paper", "a"), ("discussion", ""), ("paper", "b"), ("discussion", "")], 3),
        ("a", [("discussion", ""), ("paper", "a"), ("close", "")], 1),
        ("a", [("paper", "a"), ("paper", "a"), ("close", "")], 1),
        ("a", [("welcome", ""), ("advice", "a")], 1),
        ("a", [("welcome", ""), ("close", "")], None),
        ("", [("paper", "a"), ("discussion", ""), ("advice", "")], 2),
    ],
)
def test_advice_stands_where_it_was_given(papers, items, place):
    assert place_of(papers.split(), agenda(*items), before=None) == place


def test_advice_on_no_paper_stands_with_the_advice_before_it():
    assert place_of([], agenda(("paper", "a"), ("advice", ""), ("close", "")), before=0) == 0
