import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, take_ballot
from tests.factories import NINE, appoint, seat
from tests.votes import vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_take_ballot_keeps_who_recorded_it(vote, chloe, ed):
    ballot = take_ballot(vote, chloe, by=ed, choice="E", reason="Too thin.", at=NINE)

    assert (ballot.member, ballot.recorded_by, ballot.choice.letter) == (chloe, ed, "E")
    assert (ballot.reason, ballot.cast_at) == ("Too thin.", NINE)
    event = Event.objects.get(act="meetings.take_ballot")
    assert event.facts == {"of": chloe.pk, "member": "Chloe Member", "changed": False}


def test_the_secretary_can_correct_what_she_took(vote, chloe, ed):
    take_ballot(vote, chloe, by=ed, choice="E")
    take_ballot(vote, chloe, by=ed, choice="C")

    assert [ballot.choice.letter for ballot in vote.ballots.all()] == ["C"]


def test_a_ballot_cast_by_oneself_is_ones_own(vote, chloe, ed):
    cast_ballot(vote, by=chloe, choice="E")

    with pytest.raises(Refused, match="which only Chloe Member can change"):
        take_ballot(vote, chloe, by=ed, choice="A")


def test_a_member_can_change_what_was_taken(vote, chloe, ed):
    take_ballot(vote, chloe, by=ed, choice="E")

    assert cast_ballot(vote, by=chloe, choice="A").recorded_by == chloe


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_takes_ballots(vote, chloe, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat takes ballots"):
        take_ballot(vote, chloe, by=request.getfixturevalue(name), choice="A")


@pytest.mark.parametrize("role", ["presenter", "secretariat", "office", "adviser"])
def test_nobody_but_members_present_has_a_ballot(vote, meeting, ed, role):
    person = appoint(role)
    seat(meeting, person)

    with pytest.raises(Refused, match="is not a voting member who is present"):
        take_ballot(vote, person, by=ed, choice="A")


def test_no_ballot_is_taken_after_the_close(vote, chloe, ed):
    close_vote(vote, by=ed)

    with pytest.raises(Refused, match="This vote is closed"):
        take_ballot(vote, chloe, by=ed, choice="A")
