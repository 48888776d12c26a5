from fractions import Fraction

import pytest

from committee.quorum import Quorum
from meetings.tally import CASTING_NOT_SET, find, find_stated

FIVE = Quorum(share=Fraction(0), at_least=5)
THIRD = Quorum(share=Fraction(1, 3), at_least=0)


def found(count, *, rule="majority", quorum=None, eligible=7, appointed=9, casting=None):
    room = {"eligible": eligible, "appointed": appointed}
    return find(count, **room, rule=rule, quorum=quorum, casting=casting)


def facts_of(finding):
    return " ".join(ask.fact for ask in finding.asks)


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
    assert asks in facts_of(finding)
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

    assert [ask.fact for ask in finding.asks] == [
        "There was no quorum: 4 could vote, 5 are needed.",
        f"There is a tie between A and B. {CASTING_NOT_SET}",
    ]
    assert [ask.question for ask in finding.asks] == [
        "Why can the outcome stand without a quorum?",
        "Which outcome does the chair state, and why?",
    ]


@pytest.mark.parametrize(
    ("count", "casting", "letters", "asks"),
    [
        ({"A": 3, "B": 3}, True, ("A", "B"), ""),
        ({"A": 3, "B": 3, "abstain": 1}, True, ("A", "B"), ""),
        ({"A": 3, "B": 3}, False, (), "The chair has no casting vote."),
        ({"A": 3, "B": 3}, None, (), "do not say whether the chair has a casting vote"),
        ({"A": 4, "B": 3}, True, (), ""),
        ({}, True, (), "Nobody voted"),
    ],
)
def test_a_tie_is_broken_by_the_chair_where_the_terms_let_them(count, casting, letters, asks):
    finding = found(count, casting=casting)

    assert finding.casting == letters
    assert asks in facts_of(finding)
    assert bool(finding.asks) == bool(asks)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        ({"B": 7}, "Unanimous for B."),
        ({"A": 1, "B": 5}, "B has most votes."),
        ({"A": 3, "B": 3}, "A and B have the same number of votes."),
        ({"abstain": 2}, "No vote for an outcome."),
    ],
)
def test_the_finding_can_be_said_without_numbers(count, sentence):
    assert found(count).without_numbers == sentence


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
    assert facts_of(finding) == "There was no quorum: 4 could vote, 5 are needed."
