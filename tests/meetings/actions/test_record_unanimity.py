import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, record_unanimity
from tests.factories import NINE
from tests.votes import vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_unanimity_is_written_down_without_a_count(vote, ed):
    record_unanimity(vote, by=ed, letter="E", at=NINE)

    assert (vote.state, vote.method, vote.closed_by) == ("closed", "unanimity", ed)
    assert (vote.closed_at, vote.count, vote.eligible) == (NINE, {"E": None}, 3)
    assert vote.finding().suggested == "E"
    assert Event.objects.last().facts["letter"] == "E"


@pytest.mark.parametrize("letter", ["abstain"])
def test_unanimity_is_for_an_outcome(vote, ed, letter):
    with pytest.raises(Refused, match="Unanimity is for an outcome"):
        record_unanimity(vote, by=ed, letter=letter)


def test_unanimity_does_not_replace_ballots(vote, ed, chloe):
    cast_ballot(vote, by=chloe, choice="A")

    with pytest.raises(Refused, match="Ballots have been cast"):
        record_unanimity(vote, by=ed, letter="A")


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_records_unanimity(vote, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat records unanimity"):
        record_unanimity(vote, by=request.getfixturevalue(name), letter="A")


def test_a_closed_vote_is_not_declared_unanimous(vote, ed):
    close_vote(vote, by=ed)

    with pytest.raises(Refused, match="This vote is closed"):
        record_unanimity(vote, by=ed, letter="A")
