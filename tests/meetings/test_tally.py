from fractions import Fraction

import pytest

from committee.quorum import Quorum
from meetings.tally import find, find_stated

FIVE = Quorum(share=Fraction(0), at_least=5)
THIRD = Quorum(share=Fraction(1, 3), at_least=0)


def found(count, *, rule="majority", quorum=None, eligible=7, appointed=9):
    return find(count, eligible=eligible, appointed=appointed, rule=rule, quorum=quorum)


@pytest.mark.parametrize(
    ("count", "rule", "suggested", "asks"),
    [
        ({"C": 7}, "majority", "C", ""),
        ({"C": 7}, None, "C", ""),
        ({"C": 1}, None, "C", ""),
        ({"C": 6, "abstain": 1}, None, None, "set no voting rule"),
        ({"C": 6, "abstain": 1}, "majority", "C", ""),
        ({"A": 1, "B": 5, "abstain": 1}, "majority", "B", ""),
        ({"A": 1, "B": 5, "abstain": 1}, None, None, "set no voting rule"),
        ({"A": 3, "B": 2, "C": 2}, "majority", None, "A has most votes, but not more than half"),
        ({"A": 3, "B": 2, "C": 2}, "plurality", "A", ""),
        ({"A": 2, "B": 1, "C": 1}, "majority", None, "not more than half"),
        ({"A": 3, "B": 3}, "majority", None, "tie between A and B"),
        ({"A": 3, "B": 3}, "plurality", None, "tie between A and B"),
        ({"A": 3, "B": 3, "abstain": 1}, None, None, "tie between A and B"),
        ({"A": 2, "D": 2, "E": 2}, "plurality", None, "tie between A, D and E"),
        ({}, "majority", None, "Nobody voted"),
        ({"abstain": 7}, "plurality", None, "Nobody voted"),
        ({"A": 0, "B": 1}, "majority", "B", ""),
    ],
)
def test_the_count_suggests_an_outcome_or_asks_the_chair(count, rule, suggested, asks):
    finding = found(count, rule=rule)

    assert finding.suggested == suggested
    assert asks in " ".join(finding.asks)
    assert bool(finding.asks) == bool(asks)


@pytest.mark.parametrize(
    ("quorum", "eligible", "appointed", "needed", "is_quorate"),
    [
        (None, 1, 9, None, None),
        (FIVE, 5, 9, 5, True),
        (FIVE, 4, 9, 5, False),
        (THIRD, 3, 9, 3, True),
        (THIRD, 3, 10, 4, False),
    ],
)
def test_quorum_is_of_those_who_may_vote(quorum, eligible, appointed, needed, is_quorate):
    finding = found({"A": 1}, quorum=quorum, eligible=eligible, appointed=appointed)

    assert (finding.quorum_needed, finding.is_quorate) == (needed, is_quorate)
    assert (finding.suggested == "A") == (is_quorate is not False)


def test_no_quorum_and_a_tie_are_two_questions():
    finding = found({"A": 2, "B": 2}, quorum=FIVE, eligible=4)

    assert finding.asks == (
        "There was no quorum: 4 could vote, 5 are needed.",
        "There is a tie between A and B.",
    )


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        ({"B": 1}, "Unanimous for B, with 1 vote."),
        ({"B": 7}, "Unanimous for B, with 7 votes."),
        ({"B": 6, "abstain": 1}, "B has 6 of 6 votes; 1 abstained."),
        ({"A": 1, "B": 5}, "B has 5 of 6 votes."),
        ({"A": 3, "B": 3, "abstain": 1}, "A and B have 3 of 6 votes each; 1 abstained."),
        ({"abstain": 2}, "No vote for an outcome; 2 abstained."),
        ({}, "No vote for an outcome."),
    ],
)
def test_the_finding_says_so_in_a_sentence(count, sentence):
    assert found(count).sentence == sentence


@pytest.mark.parametrize(
    ("count", "unanimous", "majority"),
    [
        ({"B": 7}, True, True),
        ({"B": 6, "abstain": 1}, False, True),
        ({"B": 4, "A": 3}, False, True),
        ({"B": 3, "A": 3}, False, False),
        ({"B": 3, "A": 2, "E": 2}, False, False),
        ({}, False, False),
    ],
)
def test_unanimous_and_majority(count, unanimous, majority):
    finding = found(count)

    assert (finding.is_unanimous, finding.has_majority) == (unanimous, majority)


def test_stated_unanimity_suggests_its_letter():
    finding = find_stated("E", eligible=7, appointed=9, quorum=FIVE)

    assert (finding.suggested, finding.is_unanimous, finding.votes) == ("E", True, 0)
    assert finding.sentence == "Unanimous for E, without a count."


def test_stated_unanimity_needs_a_quorum_too():
    finding = find_stated("E", eligible=4, appointed=9, quorum=FIVE)

    assert finding.suggested is None
    assert finding.asks == ("There was no quorum: 4 could vote, 5 are needed.",)
