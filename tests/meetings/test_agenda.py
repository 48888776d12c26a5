"""The numbers, steps and times of an agenda, as arithmetic."""

import datetime as dt

import pytest

from meetings import agenda
from meetings.models import AgendaItem


def item(pk, kind="paper", parent=None, **details):
    return AgendaItem(pk=pk, position=pk, kind=kind, parent_id=parent, **details)


def test_numbers_skip_breaks_and_letters_go_under_items():
    ordered = [item(1, "welcome"), item(2, "break"), item(3), item(4, parent=3), item(5, parent=3)]
    ordered += [item(6), item(7, parent=6), item(8, "close")]

    numbers = agenda.suggested_numbers(ordered)

    assert numbers == ["1", None, "2", "2a", "2b", "3", "3a", None]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [(["1", "2"], True), (["1", ""], False), (["1", "3"], False), (["1", None], False)],
)
def test_numbers_are_as_suggested_until_somebody_types_one(numbers, expected):
    ordered = [item(pk, number=number) for pk, number in enumerate(numbers)]

    assert agenda.are_as_suggested(ordered) is expected


def test_an_empty_number_of_a_break_is_none():
    assert agenda.are_as_suggested([item(1, "break", number="")])


ORDERED = [item(1), item(2), item(3, parent=2), item(4), item(5, parent=4)]


@pytest.mark.parametrize(
    ("pk", "expected"),
    [
        (1, {"down"}),
        (2, {"up", "down"}),
        (3, {"out"}),
        (4, {"up"}),
    ],
)
def test_an_item_steps_where_there_is_a_place(pk, expected):
    assert agenda.steps(ORDERED, ORDERED[pk - 1]) == expected


def test_an_item_with_nothing_under_it_steps_in():
    flat = [item(1), item(2)]

    assert agenda.steps(flat, flat[1]) == {"up", "in"}


def at(pk, time):
    return item(pk, starts_at=time and dt.time.fromisoformat(time))


def test_minutes_are_known_between_times_that_follow_one_another():
    ordered = [at(1, "10:00"), at(2, "10:05"), at(3, None), at(4, "11:00"), at(5, "10:30")]

    found = agenda.durations(ordered, dt.time(12))

    assert found == {1: 5, 2: None, 3: None, 4: None, 5: 90}


def test_minutes_of_the_last_item_need_the_end_of_the_meeting():
    assert agenda.durations([at(1, "10:00")], None) == {1: None}


def test_times_follow_from_minutes_and_pass_midnight():
    ordered = [item(1), item(2), item(3)]

    found = agenda.timetable(ordered, dt.time(23, 30), {1: 20, 2: 25})

    assert found == {1: dt.time(23, 30), 2: dt.time(23, 50), 3: dt.time(0, 15)}


@pytest.mark.parametrize(
    ("times", "planned"),
    [
        ("10:00 11:00", [60, 60]),  # until the next that has a time, the last until the end
        ("-     10:20", [20, 100]),  # the first begins with the meeting
        ("10:00 10:00 10:00 10:15", [5, 5, 5, 105]),  # what shares a time shares the minutes
        ("10:00 -     10:41 -    ", [21, 20, 40, 39]),
        ("11:00 10:50 11:30", [0, 40, 30]),  # a time that runs backwards says nothing
        ("12:30", [0]),
        ("", []),
    ],
)
def test_an_item_lasts_as_planned_until_the_next_time(times, planned):
    ordered = [at(pk, None if time == "-" else time) for pk, time in enumerate(times.split())]

    found = agenda.planned_minutes(ordered, dt.time(10), dt.time(12))

    assert list(found.values()) == planned


def test_nothing_is_planned_where_no_time_is_known():
    assert agenda.planned_minutes([at(1, None), at(2, "10:00")], None, None) == {1: 0, 2: 0}


def test_what_was_put_in_takes_its_minutes_on_top_and_a_close_none():
    ordered = [at(1, "10:00"), item(2, "break", minutes=15), at(3, "11:00"), item(4, "close")]

    assert agenda.planned_minutes(ordered, None, dt.time(12)) == {1: 60, 2: 15, 3: 60, 4: 0}


def test_a_time_says_more_than_minutes():
    ordered = [at(1, "10:00"), item(2, starts_at=dt.time(10, 30), minutes=5)]

    assert agenda.planned_minutes(ordered, None, dt.time(11)) == {1: 30, 2: 30}


@pytest.mark.parametrize(
    ("states", "spent", "now", "begins", "closes"),
    [
        ("under_way waiting waiting", {1: 5}, "10:05", {2: "10:20", 3: "10:50"}, "11:00"),
        ("under_way waiting waiting", {1: 30}, "10:30", {2: "10:30", 3: "11:00"}, "11:10"),
        ("finished under_way waiting", {2: 10}, "10:20", {3: "10:40"}, "10:50"),
        ("finished deferred waiting", {}, "10:20", {3: "10:20"}, "10:30"),
        ("finished waiting finished", {2: 10}, "10:20", {2: "10:20"}, "10:40"),
        ("finished finished finished", {}, "23:59", {}, "23:59"),
        ("waiting waiting waiting", {}, "23:30", {1: "23:30", 2: "23:50", 3: "00:20"}, "00:30"),
    ],
)
def test_the_expected_close_slips_as_items_take_longer(states, spent, now, begins, closes):
    ordered = [item(pk, state=state) for pk, state in enumerate(states.split(), 1)]
    planned, minutes = {1: 20, 2: 30, 3: 10}, {1: 0, 2: 0, 3: 0} | spent

    found = agenda.expected(ordered, planned, minutes, dt.time.fromisoformat(now))

    assert {pk: f"{time:%H:%M}" for pk, time in found.begins.items()} == begins
    assert f"{found.closes:%H:%M}" == closes


@pytest.mark.parametrize(
    ("time", "planned", "late"),
    [("12:05", "12:00", 5), ("11:50", "12:00", -10), ("00:10", "23:50", 20)],
)
def test_a_close_after_midnight_is_late_not_early(time, planned, late):
    time, planned = dt.time.fromisoformat(time), dt.time.fromisoformat(planned)

    assert agenda.minutes_after(time, planned) == late


@pytest.mark.parametrize(
    ("times", "expected"),
    [(["10:00", None, "10:00", "11:00"], False), (["10:00", "09:00"], True), ([], False)],
)
def test_times_that_run_backwards_are_seen(times, expected):
    assert agenda.times_run_backwards([at(1, time) for time in times]) is expected


def test_a_kind_is_said_once_where_the_title_says_it_too():
    assert AgendaItem(kind="welcome").kind_beside == ""
    assert AgendaItem(kind="break", title="break").kind_beside == ""
    assert AgendaItem(kind="paper", title="Vehicle theft").kind_beside == "Paper"
