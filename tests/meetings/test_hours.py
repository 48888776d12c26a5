"""When a meeting and its items began and ended: as noted in the room, else as planned."""

import datetime as dt

import pytest

from committee.refusals import Refused
from meetings.hours import beginnings, closing, corrected, hours_of
from meetings.models import AgendaItem, Meeting

TEN, ONE = dt.time(10), dt.time(13)


def utc(*moment):
    return dt.datetime(*moment, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("noted", "hours"),
    [
        ({}, (TEN, ONE)),  # planned, or printed in the record it was taken from
        ({"started_at": utc(2026, 3, 2, 10, 4, 59)}, (dt.time(10, 4), ONE)),
        (
            {"started_at": utc(2026, 6, 2, 9, 4), "closed_at": utc(2026, 6, 2, 12, 40)},
            (dt.time(10, 4), dt.time(13, 40)),  # summer time
        ),
        (
            {"started_at": utc(2026, 3, 2, 22), "closed_at": utc(2026, 3, 3, 0, 10)},
            (dt.time(22), dt.time(0, 10)),
        ),
    ],
)
def test_what_was_noted_goes_before_what_was_planned(noted, hours):
    assert hours_of(Meeting(starts_at=TEN, ends_at=ONE, **noted)) == hours


def item(pk, state="waiting", began=None):
    return AgendaItem(pk=pk, state=state, began_at=began, starts_at=TEN)


def test_items_of_which_none_was_taken_up_keep_their_planned_times():
    assert beginnings([item(1), item(2, "deferred")]) == {1: TEN, 2: TEN}


def test_items_that_were_taken_up_give_when_and_the_others_nothing():
    half_past = utc(2026, 3, 2, 10, 30)
    items = [item(1, "finished", half_past), item(2), item(3, "waiting", half_past)]

    assert beginnings(items) == {1: dt.time(10, 30), 2: None, 3: None}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ((10, 4), utc(2026, 6, 2, 9, 4, 31)),  # as it was noted: to the second
        ((9, 50), utc(2026, 6, 2, 8, 50)),
        ((21, 30), utc(2026, 6, 2, 20, 30)),
    ],
)
def test_a_corrected_time_is_the_nearest_that_reads_so(said, meant):
    assert corrected(utc(2026, 6, 2, 9, 4, 31), dt.time(*said)) == meant


def test_a_corrected_time_may_lie_before_midnight():
    assert corrected(utc(2026, 3, 3, 0, 20), dt.time(23, 50)) == utc(2026, 3, 2, 23, 50)


@pytest.mark.parametrize(
    ("opened", "noted", "said", "meant"),
    [
        (utc(2026, 3, 2, 10), utc(2026, 3, 2, 13, 0, 9), (13, 0), utc(2026, 3, 2, 13, 0, 9)),
        (utc(2026, 3, 2, 10), utc(2026, 3, 2, 13), (13, 40), utc(2026, 3, 2, 13, 40)),
        (utc(2026, 3, 2, 10), utc(2026, 3, 3, 9), (13, 0), utc(2026, 3, 2, 13)),  # forgotten
        (utc(2026, 3, 2, 22), utc(2026, 3, 2, 23), (0, 10), utc(2026, 3, 3, 0, 10)),
        (utc(2026, 10, 24, 23), utc(2026, 10, 25, 3), (2, 30), utc(2026, 10, 25, 2, 30)),
    ],
)
def test_a_meeting_closes_at_the_first_such_time_after_it_opened(opened, noted, said, meant):
    assert closing(opened, dt.time(*said), noted=noted) == meant


@pytest.mark.parametrize("said", [dt.time(9, 59), dt.time(22, 1)])
def test_a_meeting_neither_closes_before_it_opens_nor_lasts_a_day(said):
    with pytest.raises(Refused, match="lasts at most twelve hours"):
        closing(utc(2026, 3, 2, 10), said, noted=utc(2026, 3, 2, 13))
