import datetime as dt

import pytest

from committee.refusals import Refused
from meetings.actions import mark_attendance, note_arrival, note_departure, start_item
from meetings.models import Attendance
from meetings.presence import place_of
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, appoint, seat
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

LATER = NINE + dt.timedelta(minutes=35)


@pytest.fixture
def late(db):
    return appoint("member", name="Late Member")


@pytest.fixture
def begun(meeting, ed, late):
    start_item(AgendaItemFactory(meeting=meeting, number="1"), by=ed, at=NINE)
    return meeting


def movements(meeting):
    rows = Attendance.objects.filter(meeting=meeting).order_by("movements__at")
    known = rows.exclude(movements=None)
    return list(
        known.values_list("name", "movements__kind", "movements__at", "movements__item__number")
    )


def test_note_arrival_of_somebody_in_office_who_is_not_on_the_list_yet(begun, ed, late):
    row = note_arrival(place_of(begun, late), by=ed, remote=True, at=LATER)

    assert (row.is_here, row.is_voting, row.joined_remotely) == (True, True, True)
    assert movements(begun) == [("Late Member", "arrived", LATER, "1")]
    assert last_event() == ("meetings.note_arrival", "Ed Secretary", {"remote": True})


def test_note_arrival_before_the_first_item_is_none(meeting, ed, late):
    row = note_arrival(place_of(meeting, late), by=ed)

    assert row.is_here
    assert movements(meeting) == []


def test_note_arrival_before_the_first_item_of_somebody_who_went_out_is_no_story(
    meeting, ed, chloe
):
    row = note_departure(meeting.attendances.get(person=chloe), by=ed)

    row = note_arrival(row, by=ed)

    assert (row.is_here, row.movements.count()) == (True, 0)


def test_note_arrival_of_somebody_who_comes_back(begun, ed, chloe):
    row = begun.attendances.get(person=chloe)
    note_departure(row, by=ed, at=LATER)

    note_arrival(row, by=ed, at=LATER + dt.timedelta(minutes=5))

    assert (row.is_here, row.left_at) == (True, None)
    assert [kind for _, kind, _, _ in movements(begun)] == ["left", "arrived"]


def test_note_arrival_twice_at_once_notes_it_once(begun, ed, late):
    first, second = place_of(begun, late), place_of(begun, late)
    note_arrival(first, by=ed, at=LATER)

    with pytest.raises(Refused, match=r"Late Member is here already."):
        note_arrival(second, by=ed, at=LATER)

    assert len(movements(begun)) == 1


def test_marking_somebody_present_while_it_lasts_notes_that_they_came(begun, ed, late):
    mark_attendance(begun, by=ed, marks={late: "present"}, at=LATER)

    assert movements(begun) == [("Late Member", "arrived", LATER, "1")]


def test_marking_somebody_absent_takes_back_that_they_came_and_went(begun, ed, late):
    row = note_arrival(place_of(begun, late), by=ed, at=LATER)
    note_departure(row, by=ed, at=LATER)

    mark_attendance(begun, by=ed, marks={late: "absent"})

    row.refresh_from_db()
    assert (row.left_at, movements(begun)) == (None, [])


def test_marking_somebody_absent_takes_back_what_their_coming_did_to_the_quorum(begun, ed, late):
    begun.terms.quorum_at_least = 4
    begun.terms.save()
    begun.quorum_changes.create(at=NINE, is_quorate=False, present=3, needed=4)
    note_arrival(place_of(begun, late), by=ed, at=LATER)
    assert [one.is_quorate for one in begun.quorum_changes.all()] == [False, True]

    mark_attendance(begun, by=ed, marks={late: "absent"})

    assert [one.is_quorate for one in begun.quorum_changes.all()] == [False]


def test_marking_everybody_again_brings_nobody_back(begun, ed, chloe):
    note_departure(begun.attendances.get(person=chloe), by=ed, at=LATER)

    mark_attendance(begun, by=ed, marks={chloe: "present"})

    assert not begun.attendances.get(person=chloe).is_here


def test_note_arrival_is_for_a_meeting_under_way(ed, chloe):
    row = seat(MeetingFactory(state="closed"), chloe, presence="absent")

    with pytest.raises(Refused, match=r"The meeting is closed, not under way."):
        note_arrival(row, by=ed)


@OTHERS
def test_note_arrival_is_for_the_secretariat(request, meeting, who, dev):
    row = meeting.attendances.get(person=dev)

    assert_not_theirs(note_arrival, row, by=request.getfixturevalue(who))
