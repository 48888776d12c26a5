import pytest
from django.db import DatabaseError, connection, transaction

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, void_vote
from meetings.models import Vote
from tests.factories import NINE, an_interest, appoint
from tests.votes import ABLE, CAST, vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


def test_close_vote_freezes_the_count(vote, ben, chloe, dev):
    cast_ballot(vote, by=ben, choice="C")
    cast_ballot(vote, by=chloe, choice="C")
    cast_ballot(vote, by=dev, choice="abstain")
    away = appoint("member")

    close_vote(vote, by=ben, at=NINE)

    assert (vote.state, vote.closed_at, vote.closed_by) == ("closed", NINE, ben)
    kept_apart = {
        "count": {"C": 2, "abstain": 1},
        "appointed": 4,
        "present": 3,
        "absent": 1,
        "recused": 0,
        "eligible": 3,
        "voted": 2,
        "abstained": 1,
        "not_cast": 0,
        "roll": {"eligible": [ben.pk, chloe.pk, dev.pk], "recused": [], "absent": [away.pk]},
    }
    assert {name: getattr(vote, name) for name in kept_apart} == kept_apart
    assert Event.objects.get(act="meetings.close_vote").facts == kept_apart


def test_who_is_recused_is_counted_apart_and_their_ballot_is_not(vote, ben, chloe, dev):
    cast_ballot(vote, by=chloe, choice="A")
    cast_ballot(vote, by=dev, choice="E")
    an_interest(chloe, item=vote.item, effect="speak")

    close_vote(vote, by=ben)

    assert (vote.present, vote.recused, vote.eligible, vote.not_cast) == (3, 1, 2, 1)
    assert (vote.count, vote.roll["recused"]) == ({"E": 1}, [chloe.pk])
    assert vote.ballots.count() == 2


def test_who_voted_and_left_still_counts(vote, meeting, ben, chloe):
    cast_ballot(vote, by=chloe, choice="A")
    meeting.attendances.filter(person=chloe).update(presence="absent")

    close_vote(vote, by=ben)

    assert (vote.count, vote.present, vote.eligible) == ({"A": 1}, 3, 3)


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

    with pytest.raises(DatabaseError, match="vote_result_is_never_changed"), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(count={"A": 7})


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("vote_result_is_never_changed", {"eligible": 9, "present": 9, "appointed": 10}),
        ("vote_result_is_never_changed", {"roll": {"eligible": []}}),
        ("vote_result_is_never_changed", {"closed_at": NINE}),
        ("vote_is_never_opened_again", {"state": "open"}),
    ],
)
def test_the_database_keeps_all_of_the_result(vote, ben, rule, changes):
    close_vote(vote, by=ben)

    with pytest.raises(DatabaseError, match=rule), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(**changes)


def test_the_database_keeps_a_counted_vote(vote, ben):
    close_vote(vote, by=ben)

    with (
        pytest.raises(DatabaseError, match="vote_is_never_deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM meetings_vote WHERE id = %s", [vote.pk])
