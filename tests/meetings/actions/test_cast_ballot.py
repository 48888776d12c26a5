import pytest
from django.db import IntegrityError, transaction

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, void_vote
from meetings.models import Ballot
from tests.factories import NINE, appoint, seat
from tests.votes import vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_cast_ballot_writes_one_ballot(vote, chloe):
    ballot = cast_ballot(vote, by=chloe, choice="B", reason="Nearly there.", at=NINE)

    assert (ballot.vote, ballot.member, ballot.choice.letter) == (vote, chloe, "B")
    assert (ballot.reason, ballot.cast_at, ballot.recorded_by) == ("Nearly there.", NINE, chloe)


def test_the_record_says_that_a_ballot_was_cast_not_which(vote, chloe):
    cast_ballot(vote, by=chloe, choice="B", reason="Nearly there.")

    event = Event.objects.get(act="meetings.cast_ballot")
    assert (event.subject_id, event.actor_id) == (str(vote.pk), str(chloe.pk))
    assert event.facts == {"changed": False}


def test_a_ballot_can_be_changed_until_the_close(vote, chloe):
    cast_ballot(vote, by=chloe, choice="B")
    cast_ballot(vote, by=chloe, choice="abstain")

    assert [ballot.choice for ballot in vote.ballots.all()] == [None]
    assert Event.objects.last().facts == {"changed": True}


@pytest.mark.parametrize("choice", ["F", "a", "", "AB"])
def test_only_the_outcomes_of_the_terms_can_be_chosen(vote, chloe, choice):
    with pytest.raises(Refused, match="is not an outcome of the terms of reference, version 1"):
        cast_ballot(vote, by=chloe, choice=choice)


@pytest.mark.parametrize("name", ["amina", "ed", "gus", "fay"])
def test_officers_lab_secretariat_and_public_never_vote(vote, name, request):
    with pytest.raises(NotPermitted, match="Only voting members who are present may vote"):
        cast_ballot(vote, by=request.getfixturevalue(name), choice="A")
    assert not Ballot.objects.exists()


def test_a_secretary_never_votes_even_if_seated_as_a_member(vote, meeting):
    secretary = appoint("secretariat")
    seat(meeting, secretary, capacity="member", is_voting=True)

    with pytest.raises(NotPermitted, match="Only voting members"):
        cast_ballot(vote, by=secretary, choice="A")


@pytest.mark.parametrize("presence", ["apologies", "absent", "in_attendance"])
def test_only_those_present_vote(vote, meeting, chloe, presence):
    meeting.attendances.filter(person=chloe).update(presence=presence)

    with pytest.raises(NotPermitted, match="who are present"):
        cast_ballot(vote, by=chloe, choice="A")


def test_a_member_of_another_meeting_does_not_vote(vote):
    with pytest.raises(NotPermitted, match="who are present"):
        cast_ballot(vote, by=appoint("member"), choice="A")


def test_a_person_who_may_not_sign_in_does_not_vote(vote, chloe):
    chloe.is_active = False

    with pytest.raises(NotPermitted, match="who are present"):
        cast_ballot(vote, by=chloe, choice="A")


def test_no_ballot_after_the_close_even_with_a_stale_vote(vote, chloe, ben):
    stale = type(vote).objects.get(pk=vote.pk)
    close_vote(vote, by=ben)

    with pytest.raises(Refused, match="This vote is closed"):
        cast_ballot(stale, by=chloe, choice="A")


def test_no_ballot_in_a_void_vote(vote, chloe, ben):
    void_vote(vote, by=ben, reason="Wrong paper.")

    with pytest.raises(Refused, match="This vote is void"):
        cast_ballot(vote, by=chloe, choice="A")


@pytest.mark.parametrize("what", ["insert", "update", "delete"])
def test_the_database_itself_fixes_ballots_at_the_close(vote, chloe, dev, ben, what):
    ballot = cast_ballot(vote, by=chloe, choice="A")
    close_vote(vote, by=ben)
    ballots = Ballot.objects.filter(pk=ballot.pk)
    changes = {
        "insert": lambda: Ballot.objects.create(
            vote=vote, member=dev, cast_at=NINE, recorded_by=dev
        ),
        "update": lambda: ballots.update(choice=None),
        "delete": ballots.delete,
    }

    named = pytest.raises(IntegrityError, match=r"when_the_vote_closes|only_in_an_open_vote")
    with named, transaction.atomic():
        changes[what]()

    assert Ballot.objects.get().choice.letter == "A"


def test_nothing_is_cast_when_it_cannot_be_recorded(vote, chloe, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        cast_ballot(vote, by=chloe, choice="A")

    assert not Ballot.objects.exists()
