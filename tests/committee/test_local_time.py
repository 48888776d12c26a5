import datetime as dt

import pytest

from committee.local_time import in_words, moment_of, moments
from committee.refusals import Refused


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        (dt.date(2026, 3, 28), dt.time(17), "2026-03-28T17:00"),
        (dt.date(2026, 3, 29), dt.time(0, 59), "2026-03-29T00:59"),
        (dt.date(2026, 3, 29), dt.time(2), "2026-03-29T01:00"),
        (dt.date(2026, 6, 1), dt.time(17), "2026-06-01T16:00"),
        (dt.date(2026, 10, 25), dt.time(0, 59), "2026-10-24T23:59"),
        (dt.date(2026, 10, 25), dt.time(2), "2026-10-25T02:00"),
        (dt.date(2028, 2, 29), dt.time(23, 59), "2028-02-29T23:59"),
    ],
)
def test_a_local_time_is_one_moment(day, time, utc):
    moment = moment_of(day, time)

    assert moment.isoformat()[:16] == utc
    assert in_words(moment) == f"{day.day} {day:%B %Y} at {time:%H:%M}"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2026, 3, 29), "There is no 01:30 on 29 March 2026: the clocks go forward then"),
        (dt.date(2026, 10, 25), "01:30 on 25 October 2026 comes twice: the clocks go back then"),
    ],
)
def test_a_time_that_the_clock_change_takes_or_doubles_is_asked_again(day, said):
    with pytest.raises(Refused, match=said):
        moment_of(day, dt.time(1, 30))


def test_the_moments_of_a_time_are_none_one_or_two():
    half_past_one = dt.time(1, 30)

    assert moments(dt.date(2026, 3, 29), half_past_one) == []
    assert [one.isoformat()[:16] for one in moments(dt.date(2026, 3, 30), half_past_one)] == [
        "2026-03-30T00:30"
    ]
    assert [one.isoformat()[:16] for one in moments(dt.date(2026, 10, 25), half_past_one)] == [
        "2026-10-25T00:30",
        "2026-10-25T01:30",
    ]
