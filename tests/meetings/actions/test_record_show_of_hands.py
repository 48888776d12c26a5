import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, record_show_of_hands
from tests.factories import NINE
from tests.votes import vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_hands_are_counted_and_the_vote_closed(vote, ed):
    record_show_of_hands(vote, by=ed, counts={"B": 2, "A": 0, "abstain": 1}, at=NINE)

    assert (vote.state, vote.method, vote.closed_by) == ("closed", "show_of_hands", ed)
    assert (vote.closed_at, vote.count, vote.eligible) == (NINE, {"B": 2, "abstain": 1}, 3)
    assert vote.finding().leading == ("B",)
    assert Event.objects.last().facts["count"] == {"B": 2, "abstain": 1}


def test_no_more_hands_than_voters(vote, ed):
    with pytest.raises(Refused, match="4 hands were entered, and 3 may vote"):
        record_show_of_hands(vote, by=ed, counts={"A": 4})


def test_hands_are_for_outcomes_of_the_terms(vote, ed):
    with pytest.raises(Refused, match="“F” is not an outcome"):
        record_show_of_hands(vote, by=ed, counts={"F": 1})


def test_hands_do_not_replace_ballots(vote, ed, chloe):
    cast_ballot(vote, by=chloe, choice="A")

    with pytest.raises(Refused, match="Ballots have been cast"):
        record_show_of_hands(vote, by=ed, counts={"A": 3})


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_records_hands(vote, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat records a show of hands"):
        record_show_of_hands(vote, by=request.getfixturevalue(name), counts={"A": 3})


def test_a_closed_vote_takes_no_hands(vote, ed):
    close_vote(vote, by=ed)

    with pytest.raises(Refused, match="This vote is closed"):
        record_show_of_hands(vote, by=ed, counts={"A": 3})
