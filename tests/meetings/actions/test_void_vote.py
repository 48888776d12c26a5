import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import record_outcome, void_vote
from tests.factories import NINE
from tests.votes import ABLE, CAST, closed_vote, vote_on


def test_void_vote_says_why_and_keeps_the_ballots(meeting, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={chloe: "A"})

    void_vote(vote, by=ben, reason="The wrong paper was shown.", at=NINE)

    assert (vote.state, vote.void_reason) == ("void", "The wrong paper was shown.")
    assert (vote.ballots.count(), vote.count) == (1, {"A": 1})
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.void_vote", NINE)
    assert event.facts == {"reason": "The wrong paper was shown."}


@pytest.mark.parametrize("name", CAST)
def test_who_may_void_a_vote(meeting, ben, name, request):
    vote, person = vote_on(meeting, by=ben), request.getfixturevalue(name)

    if name in ABLE:
        assert void_vote(vote, by=person, reason="Wrong paper.").state == "void"
        return
    with pytest.raises(NotPermitted, match="void votes"):
        void_vote(vote, by=person, reason="Wrong paper.")


def test_a_reason_is_needed(meeting, ben):
    with pytest.raises(Refused, match="Say why the vote is void"):
        void_vote(vote_on(meeting, by=ben), by=ben, reason=" ")


def test_a_void_vote_stays_void(meeting, ben):
    vote = vote_on(meeting, by=ben)
    void_vote(vote, by=ben, reason="Wrong paper.")

    with pytest.raises(Refused, match="This vote is void"):
        void_vote(vote, by=ben, reason="Again.")


def test_a_vote_with_an_outcome_is_not_voided(meeting, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={chloe: "A"})
    record_outcome(vote, by=ben, letter="A")

    with pytest.raises(Refused, match="withdraw the outcome first"):
        void_vote(vote, by=ben, reason="Wrong paper.")
