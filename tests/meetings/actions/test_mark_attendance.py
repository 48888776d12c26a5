import datetime as dt

import pytest

from committee.models import Appointment
from committee.refusals import Refused
from meetings.actions import mark_attendance
from tests.factories import AppointmentFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def called(db):
    return MeetingFactory(state="called")


def test_mark_attendance_notes_each_as_minuted(called, ed, ben, chloe, amina):
    marks = {ben: "present", chloe: "remote", amina: "absent", ed: "apologies"}

    mark_attendance(called, by=ed, marks=marks)

    rows = called.attendances.values_list(
        "name", "initials", "role", "capacity", "presence", "joined_remotely", "is_voting"
    )
    assert list(rows) == [
        ("Ben Chair", "BC", "Chair", "member", "present", False, True),
        ("Chloe Member", "CM", "Member", "member", "present", True, True),
        ("Ed Secretary", "ES", "Secretariat", "secretariat", "apologies", False, False),
        ("Amina Lab", "AL", "Presenter", "officer", "absent", False, False),
    ]
    assert called.attendances.get(person=amina).organisation == "Lab"
    facts = {"marks": {person.name: mark for person, mark in marks.items()}, "chair": None}
    assert last_event() == ("meetings.mark_attendance", "Ed Secretary", facts)


def test_mark_attendance_again_changes_the_mark_alone(called, ed, chloe):
    mark_attendance(called, by=ed, marks={chloe: "apologies"})
    Appointment.objects.filter(person=chloe).update(ends_on=dt.date(2026, 1, 1))

    mark_attendance(called, by=ed, marks={chloe: "remote"})

    row = called.attendances.get()
    assert (row.presence, row.joined_remotely, row.is_voting) == ("present", True, True)


def test_mark_attendance_goes_by_the_day_of_the_meeting(called, ed):
    late = AppointmentFactory(starts_on=dt.date(2026, 3, 3)).person

    with pytest.raises(Refused, match="holds no appointment on the day"):
        mark_attendance(called, by=ed, marks={late: "present"})


def test_mark_attendance_lists_who_holds_two_roles_under_the_first(called, ed, chloe):
    AppointmentFactory(person=chloe, role="vice_chair", post="Deputy")

    mark_attendance(called, by=ed, marks={chloe: "present"})

    assert called.attendances.get().role == "Vice Chair; Deputy"


def test_mark_attendance_names_who_chairs_on_the_day(called, ed, chloe):
    mark_attendance(called, by=ed, marks={chloe: "present"}, chair=chloe)

    assert (called.chaired_by, called.chair_name) == (chloe, "Chloe Member")


def test_mark_attendance_refuses_a_chair_who_is_not_there(called, ed, ben):
    with pytest.raises(Refused, match="Ben Chair cannot chair"):
        mark_attendance(called, by=ed, marks={ben: "apologies"}, chair=ben)

    assert called.attendances.count() == 0


def test_mark_attendance_takes_a_mark_that_stands_as_it_was_seen(called, ed, chloe, dev):
    mark_attendance(called, by=ed, marks={chloe: "remote"})

    mark_attendance(
        called, by=ed, marks={chloe: "absent", dev: "present"}, seen={chloe: "remote", dev: ""}
    )

    assert set(called.attendances.values_list("name", "presence")) == {
        ("Chloe Member", "absent"), ("Dev Member", "present")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "stands"), [("", "is marked as remote"), ("apologies", "is marked as remote")]
)
def test_mark_attendance_refuses_to_undo_what_was_not_seen(called, ed, chloe, seen, stands):
    mark_attendance(called, by=ed, marks={chloe: "remote"})

    with pytest.raises(Refused, match=f"Chloe Member {stands} since this page was opened."):
        mark_attendance(called, by=ed, marks={chloe: "absent"}, seen={chloe: seen})

    assert called.attendances.get().joined_remotely


def test_mark_attendance_refuses_a_mark_of_who_was_taken_off_meanwhile(called, ed, amina):
    with pytest.raises(Refused, match="Amina Lab is no longer marked since"):
        mark_attendance(called, by=ed, marks={amina: "absent"}, seen={amina: "present"})


@OTHERS
def test_mark_attendance_is_for_the_secretariat(request, who, called):
    assert_not_theirs(mark_attendance, called, by=request.getfixturevalue(who), marks={})
