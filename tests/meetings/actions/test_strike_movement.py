"""A coming or going that was noted by mistake, taken back with all that followed from it."""

import datetime as dt

import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import (
    add_guest,
    declare_interest,
    mark_attendance,
    note_arrival,
    note_departure,
    start_item,
    strike_movement,
)
from meetings.evidence import evidence_of
from meetings.models import Vote
from meetings.presence import coming_and_going, place_of, quorum_story
from tests.factories import NINE, AgendaItemFactory, appoint
from tests.interests import terms_say
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event
from tests.votes import closed_vote
from tools.verify_result import differences


def minute(number):
    return NINE + dt.timedelta(minutes=number)


@pytest.fixture
def late(db):
    return appoint("member", name="Late Member")


@pytest.fixture
def begun(meeting, ed, late):
    """A meeting at its first item, which needs three members; three of four are here."""
    meeting.terms.quorum_at_least = 3
    meeting.terms.save()
    start_item(AgendaItemFactory(meeting=meeting, number="1"), by=ed, at=NINE)
    return meeting


def leaves(meeting, person, *, by, at):
    return note_departure(meeting.attendances.get(person=person), by=by, at=at)


def comes(meeting, person, *, by, at, **how):
    return note_arrival(place_of(meeting, person), by=by, at=at, **how)


def strike(row, *, by, **at):
    return strike_movement(row, by=by, movement=row.movements.last().pk, **at)


def told(meeting):
    """What stands of the quorum: from which minute on, and how many could vote."""
    rows = meeting.quorum_changes.values_list("at", "is_quorate", "present")
    return [((at - NINE).seconds // 60, is_quorate, present) for at, is_quorate, present in rows]


def test_strike_movement_has_somebody_who_left_be_here_again(begun, ed, late):
    row = comes(begun, late, by=ed, remote=True, at=minute(5))
    leaves(begun, late, by=ed, at=minute(10))

    row = strike(row, by=ed, at=minute(11))

    assert (row.is_here, row.joined_remotely) == (True, True)
    assert coming_and_going(begun) == ["Late Member joined by video link at 09:05, during item 1."]
    act, actor, facts = last_event()
    assert (act, actor) == ("meetings.strike_movement", "Ed Secretary")
    assert facts == {
        "kind": "left",
        "noted_at": "2026-03-02T09:10:00.000000+00:00",
        "item": str(begun.item_on()),
        "remote": True,
    }


@pytest.mark.parametrize("mark", ["apologies", "absent"])
def test_strike_movement_has_somebody_who_never_came_be_marked_as_before(begun, ed, late, mark):
    mark_attendance(begun, by=ed, marks={late: mark})
    row = comes(begun, late, by=ed, remote=True, at=minute(5))

    row = strike(row, by=ed)

    assert (row.presence, row.joined_remotely, row.movements.count()) == (mark, False, 0)


def test_strike_movement_has_somebody_who_never_came_back_be_away_since_then(begun, ed, chloe):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    comes(begun, chloe, by=ed, remote=True, at=minute(10))

    row = strike(row, by=ed)

    assert (row.presence, row.left_at, row.joined_remotely) == ("present", minute(5), False)


def test_strike_movement_of_a_guest_leaves_them_absent(begun, ed):
    guest = add_guest(begun, by=ed, name="Guest", at=minute(5))

    guest = strike(guest, by=ed)

    assert (guest.presence, told(begun)) == ("absent", [(0, True, 3)])


def test_strike_movement_takes_the_loss_of_the_quorum_with_it(begun, ed, chloe):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    assert told(begun) == [(0, True, 3), (5, False, 2)]

    strike(row, by=ed, at=minute(9))

    assert quorum_story(begun) == [
        "The meeting was quorate from 09:00: 3 could vote, 3 were needed."
    ]


def test_strike_movement_takes_a_gain_that_never_was_with_it(begun, ed, chloe, late):
    leaves(begun, chloe, by=ed, at=minute(5))
    row = comes(begun, late, by=ed, at=minute(6))
    leaves(begun, late, by=ed, at=minute(7))
    strike(row, by=ed)  # that they left, first: it is the last
    assert told(begun) == [(0, True, 3), (5, False, 2), (6, True, 3)]

    strike(row, by=ed, at=minute(9))

    assert told(begun) == [(0, True, 3), (5, False, 2)]


def test_strike_movement_shows_a_loss_that_the_wrong_one_had_hidden(begun, ed, chloe, dev):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    leaves(begun, dev, by=ed, at=minute(10))
    begun.state, begun.closed_at = "closed", minute(60)
    begun.save()

    strike(row, by=ed, at=minute(90))

    assert told(begun) == [(0, True, 3), (10, False, 2)]


def test_strike_movement_shows_a_gain_that_the_wrong_one_had_hidden(begun, ed, chloe, dev, late):
    leaves(begun, chloe, by=ed, at=minute(5))
    row = comes(begun, late, by=ed, at=minute(6))
    comes(begun, chloe, by=ed, at=minute(8))

    strike(row, by=ed, at=minute(9))

    assert told(begun) == [(0, True, 3), (5, False, 2), (8, True, 3)]


def test_strike_movement_looks_again_at_each_item_taken_up_since(begun, ed, chloe, dev):
    second = AgendaItemFactory(meeting=begun, number="2")
    terms_say(begun, "leave")
    declare_interest(begun, by=dev, item=second, nature="Theirs", at=minute(1))
    row = leaves(begun, chloe, by=ed, at=minute(5))
    start_item(second, by=ed, at=minute(20))

    strike(row, by=ed, at=minute(25))

    assert told(begun) == [(0, True, 3), (20, False, 2)]


def test_strike_movement_counts_nobody_who_could_not_vote_anyway(begun, ed, chloe, dev):
    begun.terms.quorum_at_least = 2
    terms_say(begun, "speak")
    declare_interest(begun, by=chloe, item=begun.item_on(), nature="Hers", at=minute(1))
    row = leaves(begun, chloe, by=ed, at=minute(5))
    declare_interest(begun, by=dev, item=begun.item_on(), nature="Theirs", at=minute(6))

    strike(row, by=ed, at=minute(9))

    assert told(begun) == [(0, True, 3), (6, False, 1)]


def test_strike_movement_corrects_the_numbers_of_what_stays(begun, ed, chloe, dev, late):
    second = AgendaItemFactory(meeting=begun, number="2")
    comes(begun, late, by=ed, at=minute(3))
    terms_say(begun, "leave")
    for person in (dev, late):
        declare_interest(begun, by=person, item=second, nature="Theirs", at=minute(4))
    row = leaves(begun, chloe, by=ed, at=minute(5))
    start_item(second, by=ed, at=minute(20))
    assert told(begun) == [(0, True, 3), (20, False, 1)]

    strike(row, by=ed, at=minute(25))

    assert told(begun) == [(0, True, 3), (20, False, 2)]


def test_strike_movement_moves_a_loss_to_when_it_came(begun, ed, chloe, dev, late):
    comes(begun, late, by=ed, at=minute(3))
    row = leaves(begun, chloe, by=ed, at=minute(5))
    leaves(begun, dev, by=ed, at=minute(6))
    leaves(begun, late, by=ed, at=minute(7))
    assert told(begun) == [(0, True, 3), (6, False, 2)]

    strike(row, by=ed, at=minute(9))

    assert told(begun) == [(0, True, 3), (7, False, 2)]


def test_strike_movement_says_nothing_of_a_quorum_that_was_never_set(begun, ed, chloe):
    begun.quorum_changes.all().delete()
    begun.terms.quorum_at_least = None
    begun.terms.save()

    strike(leaves(begun, chloe, by=ed, at=minute(5)), by=ed)

    assert told(begun) == []


def test_strike_movement_counts_nothing_anew_once_the_terms_set_no_quorum(begun, ed, chloe):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    begun.terms.quorum_at_least = None
    begun.terms.save()

    strike(row, by=ed)

    assert told(begun) == [(0, True, 3)]


def test_strike_movement_is_told_in_the_draft_that_waits(issued, meeting, ed):
    row = meeting.attendances.first()
    row.movements.create(kind="left", at=NINE)

    strike(row, by=ed)

    assert coming_and_going(meeting) == []


def test_strike_movement_is_refused_once_the_minutes_are_approved(approved, meeting, ed):
    row = meeting.attendances.first()
    row.movements.create(kind="left", at=NINE)

    with pytest.raises(NotPermitted, match=r"The chair has approved these minutes"):
        strike(row, by=ed)


def test_strike_movement_is_of_the_one_that_was_meant(begun, ed, chloe):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    meant = row.movements.last().pk
    comes(begun, chloe, by=ed, at=minute(6))

    with pytest.raises(Refused, match=r"Something else was noted of Chloe Member meanwhile."):
        strike_movement(row, by=ed, movement=meant)

    assert row.movements.count() == 2


def test_strike_movement_twice_at_once_takes_back_one(begun, ed, chloe):
    leaves(begun, chloe, by=ed, at=minute(5))
    comes(begun, chloe, by=ed, at=minute(6))
    first, second = (begun.attendances.get(person=chloe) for _ in range(2))
    meant = first.movements.last().pk
    strike_movement(first, by=ed, movement=meant)

    with pytest.raises(Refused, match=r"Something else was noted"):
        strike_movement(second, by=ed, movement=meant)

    assert [one.kind for one in first.movements.all()] == ["left"]


def test_strike_movement_of_somebody_who_never_moved_is_refused(begun, ed, chloe):
    with pytest.raises(Refused, match=r"Something else was noted"):
        strike_movement(begun.attendances.get(person=chloe), by=ed, movement=1)


def test_strike_movement_leaves_what_a_closed_vote_counted(begun, ed, ben, chloe):
    row = leaves(begun, chloe, by=ed, at=minute(5))
    vote = closed_vote(begun, by=ben, ballots={ben: "A"})

    strike(row, by=ed)

    vote = Vote.objects.get(pk=vote.pk)
    assert vote.present == 2
    assert differences(evidence_of(vote)) == []


def test_strike_movement_of_an_arrival_leaves_what_a_closed_vote_counted(begun, ed, ben, late):
    row = comes(begun, late, by=ed, at=minute(5))
    vote = closed_vote(begun, by=ben, ballots={ben: "A", late: "A"})

    strike(row, by=ed)

    assert differences(evidence_of(Vote.objects.get(pk=vote.pk))) == []


@OTHERS
def test_strike_movement_is_for_the_secretariat(request, begun, ed, chloe, who):
    row = leaves(begun, chloe, by=ed, at=minute(5))

    assert_not_theirs(
        strike_movement, row, by=request.getfixturevalue(who), movement=row.movements.get().pk
    )
