"""Who is expected, how minutes call them, and whether enough came."""

import pytest

from meetings.presence import Standing, appointments_on_the_day, initials_of, standing
from tests.factories import AppointmentFactory, MeetingFactory


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
