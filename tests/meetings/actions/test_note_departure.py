import pytest

from committee.refusals import Refused
from meetings.actions import note_arrival, note_departure, start_item
from tests.factories import NINE, AgendaItemFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event
from tests.votes import vote_on


@pytest.fixture
def seat_of_chloe(meeting, chloe):
    return meeting.attendances.get(person=chloe)


def test_note_departure_says_since_when_they_are_away(seat_of_chloe, ed):
    note_departure(seat_of_chloe, by=ed, at=NINE)

    assert (seat_of_chloe.presence, seat_of_chloe.left_at) == ("present", NINE)
    assert [one.kind for one in seat_of_chloe.movements.all()] == ["left"]
    assert last_event() == ("meetings.note_departure", "Ed Secretary", {})


def test_note_departure_costs_the_quorum_and_a_return_restores_it(meeting, seat_of_chloe, ed):
    meeting.terms.quorum_at_least = 3
    meeting.terms.save()
    start_item(AgendaItemFactory(meeting=meeting), by=ed, at=NINE)

    note_departure(seat_of_chloe, by=ed, at=NINE)
    assert last_event()[2] == {"quorate": False}
    note_arrival(seat_of_chloe, by=ed, at=NINE)

    assert last_event()[2] == {"remote": False, "quorate": True}
    assert [row.is_quorate for row in meeting.quorum_changes.all()] == [True, False, True]


def test_note_departure_takes_the_ballot_away(meeting, seat_of_chloe, ed, ben, chloe):
    vote = vote_on(meeting, by=ben)

    note_departure(seat_of_chloe, by=ed)

    assert not vote.may_be_cast_by(chloe)


def test_note_departure_refuses_who_is_not_here(seat_of_chloe, ed):
    note_departure(seat_of_chloe, by=ed)

    with pytest.raises(Refused, match=r"Chloe Member is not here."):
        note_departure(seat_of_chloe, by=ed)


@OTHERS
def test_note_departure_is_for_the_secretariat(request, seat_of_chloe, who):
    assert_not_theirs(note_departure, seat_of_chloe, by=request.getfixturevalue(who))
