"""Who is expected, how minutes call them, and whether enough came."""

import datetime as dt

import pytest

from meetings.actions import note_arrival, note_departure, start_item
from meetings.models import Interest
from meetings.presence import (
    Standing,
    appointments_on_the_day,
    coming_and_going,
    initials_of,
    place_of,
    quorum_story,
    standing,
)
from tests.factories import NINE, AgendaItemFactory, AppointmentFactory, MeetingFactory


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Jane Bailey", "JB"),
        ("Claire Paterson-Young", "CPY"),
        ("Dr Owen Pritchard", "OP"),
        ("Prof. Agnes Lindqvist", "AL"),
        ("(Somebody)", ""),
        ("", ""),
        ("A B C D E F G H I J", "ABCDEFGH"),
    ],
)
def test_initials_leave_titles_out(name, initials):
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("present", "needed", "expected"), [(5, 5, True), (4, 5, False), (9, None, None)]
)
def test_the_quorum_is_met_or_not_or_not_set(present, needed, expected):
    assert Standing(present, 9, needed).is_quorate is expected


@pytest.mark.parametrize(
    ("standing", "marks"),
    [
        (Standing(2, 3, 2), ["here", "here", "need", "away"]),
        (Standing(1, 3, 2), ["here", "away", "need", "away"]),
        (Standing(1, 1, None), ["here"]),
        (Standing(2, 1, 1), ["here", "need", "here"]),
        (Standing(1, 3, 2, 1), ["here", "recused", "need", "away"]),
    ],
)
def test_the_dots_repeat_the_sentence(standing, marks):
    assert standing.pips == marks


def test_the_list_goes_by_rank_then_name_and_takes_the_first_of_two_roles(ben, chloe, dev, ed):
    AppointmentFactory(person=ed, role="member")
    AppointmentFactory(person=chloe, role="adviser")

    listed = appointments_on_the_day(MeetingFactory())

    assert [(one.person, one.role) for one in listed] == [
        (ben, "chair"),
        (chloe, "member"),
        (dev, "member"),
        (ed, "member"),
    ]


def test_those_whose_sign_in_is_closed_are_not_expected(chloe):
    chloe.is_active = False
    chloe.save()

    assert appointments_on_the_day(MeetingFactory()) == []


def test_a_meeting_without_terms_has_no_quorum(meeting):
    meeting.terms = None

    assert standing(meeting) == Standing(3, 3, None)


def test_a_share_of_those_appointed_is_asked_for(meeting):
    meeting.terms.quorum_numerator, meeting.terms.quorum_denominator = 1, 2

    assert standing(meeting) == Standing(3, 3, 2)


def test_who_left_or_is_barred_does_not_count_towards_the_quorum_of_an_item(
    meeting, ed, chloe, dev
):
    item = AgendaItemFactory(meeting=meeting)
    for member, effect in ((chloe, "leave"), (dev, "note")):
        Interest.objects.create(
            meeting=meeting, item=item, member=member, nature="Theirs", effect=effect,
            declared_at=NINE, recorded_by=ed,
        )  # fmt: skip

    assert standing(meeting, item) == Standing(2, 3, None, recused=1)
    note_departure(meeting.attendances.get(person=dev), by=ed)
    assert standing(meeting, item) == Standing(1, 3, None, recused=1)
    assert standing(meeting) == Standing(2, 3, None)


def test_nobody_without_an_office_has_a_place_before_they_are_added(meeting, amina, gus):
    gus.appointments.update(ends_on=dt.date(2026, 1, 1))

    assert place_of(meeting, amina).role == "Presenter"
    assert place_of(meeting, gus) is None


@pytest.fixture
def told(meeting, ed, chloe, dev):
    """Two items; the quorum is lost in the first and regained in the second."""
    meeting.terms.quorum_at_least = 3
    meeting.terms.save()
    first = AgendaItemFactory(meeting=meeting, number="1")
    second = AgendaItemFactory(meeting=meeting, number=None, title="Talk")
    seat = meeting.attendances.get(person=chloe)
    minute = dt.timedelta(minutes=1)
    start_item(first, by=ed, at=NINE)
    note_departure(seat, by=ed, at=NINE + 5 * minute)
    start_item(second, by=ed, at=NINE + 10 * minute)
    note_arrival(seat, by=ed, at=NINE + 15 * minute, remote=True)
    note_arrival(
        meeting.attendances.create(name="Guest", capacity="guest", presence="absent"),
        by=ed, at=NINE + 20 * minute,
    )  # fmt: skip
    return second


def test_the_minutes_say_who_came_and_went(told, meeting):
    assert coming_and_going(meeting) == [
        "Chloe Member left at 09:05, during item 1.",
        "Chloe Member came back by video link at 09:15, during “Talk”.",
        "Guest joined at 09:20, during “Talk”.",
    ]


def test_the_minutes_say_when_the_meeting_was_quorate(told, meeting):
    assert quorum_story(meeting) == [
        "The meeting was quorate from 09:00: 3 could vote, 3 were needed.",
        "The meeting was no longer quorate from 09:05, during item 1: 2 could vote, 3 were needed.",
        "The meeting was quorate again from 09:15, during “Talk”: 3 could vote, 3 were needed.",
    ]


def test_the_minutes_do_not_name_what_is_withheld(told, meeting):
    told.restricted, told.restricted_reason = True, "Personal data"
    told.save()

    assert coming_and_going(meeting)[-1] == "Guest joined at 09:20."


def test_a_meeting_that_begins_without_a_quorum_says_so(meeting, ed):
    meeting.terms.quorum_at_least = 4
    meeting.terms.save()

    start_item(AgendaItemFactory(meeting=meeting), by=ed, at=NINE)

    assert quorum_story(meeting) == [
        "The meeting was not quorate from 09:00: 3 could vote, 4 were needed."
    ]
