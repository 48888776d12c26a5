import pytest
from django.db import DatabaseError, transaction

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, void_vote
from meetings.models import Vote
from tests.factories import NINE, appoint
from tests.votes import ABLE, CAST, vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_close_vote_freezes_the_count(vote, ben, chloe, dev):
    cast_ballot(vote, by=ben, choice="C")
    cast_ballot(vote, by=chloe, choice="C")
    cast_ballot(vote, by=dev, choice="abstain")
    appoint("member")

    close_vote(vote, by=ben, at=NINE)

    assert (vote.state, vote.closed_at, vote.closed_by) == ("closed", NINE, ben)
    assert vote.count == {"C": 2, "abstain": 1}
    assert (vote.present, vote.eligible, vote.appointed) == (3, 3, 4)
    event = Event.objects.get(act="meetings.close_vote")
    assert event.facts == {
        "count": {"C": 2, "abstain": 1},
        "present": 3,
        "eligible": 3,
        "appointed": 4,
    }


def test_who_voted_and_left_still_counts(vote, meeting, ben, chloe):
    cast_ballot(vote, by=chloe, choice="A")
    meeting.attendances.filter(person=chloe).update(presence="absent")

    close_vote(vote, by=ben)

    assert (vote.count, vote.present, vote.eligible) == ({"A": 1}, 2, 3)


@pytest.mark.parametrize("name", CAST)
def test_who_may_close_a_vote(vote, name, request):
    person = request.getfixturevalue(name)

    if name in ABLE:
        assert close_vote(vote, by=person).is_closed
        return
    with pytest.raises(NotPermitted, match="close votes"):
        close_vote(vote, by=person)


def test_a_vote_is_closed_once(vote, ben):
    stale = Vote.objects.get(pk=vote.pk)
    close_vote(vote, by=ben)

    with pytest.raises(Refused, match="This vote is closed"):
        close_vote(stale, by=ben)

    assert Event.objects.filter(act="meetings.close_vote").count() == 1


def test_a_void_vote_is_not_closed(vote, ben):
    void_vote(vote, by=ben, reason="Wrong paper.")

    with pytest.raises(Refused, match="This vote is void"):
        close_vote(vote, by=ben)


def test_the_database_keeps_the_count(vote, ben):
    cast_ballot(vote, by=ben, choice="C")
    close_vote(vote, by=ben)

    with pytest.raises(DatabaseError, match="vote_count_is_never_changed"), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(count={"A": 7})
