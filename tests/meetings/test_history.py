"""Versions of a line that grew while it was typed are told as one."""

import datetime as dt

import pytest

from meetings.history import folded
from meetings.models import EntryVersion
from tests.factories import NINE


def version(text, seconds, *, change="revised", by=1, **words):
    at = NINE + dt.timedelta(seconds=seconds)
    words = {"kind": "point", "key": "k", **words}
    return EntryVersion(text=text, at=at, change=change, by_id=by, **words)


def told(*oldest_first):
    return [(some.what, some.shown.text, len(some.versions)) for some in folded(oldest_first[::-1])]


def test_a_line_that_grew_while_it_was_written_was_written():
    assert told(
        version("The f", 0, change="noted"),
        version("The force", 2),
        version("The force asked.", 61),
    ) == [("Written", "The force asked.", 3)]


def test_growth_after_a_pause_is_a_change():
    assert told(
        version("The force", 0, change="noted"),
        version("The force asked", 61),
        version("The force asked.", 121),
    ) == [("Changed", "The force asked.", 2), ("Written", "The force", 1)]


@pytest.mark.parametrize(
    "next_one",
    [
        version("The fox", 2),  # something was taken back
        version("The force asked.", 2, by=2),
        version("The force asked.", 2, kind="question"),
        version("The force asked.", 2, speaker="Member"),
        version("The force asked.", 2, change="moved"),
        version("The force asked.", 2, change="withheld", restricted=True),
    ],
)
def test_whatever_else_was_done_stands_by_itself(next_one):
    assert len(told(version("The force", 0), next_one)) == 2


def test_what_follows_a_removal_is_not_folded_into_it():
    assert len(told(version("The", 0, change="restored"), version("The force", 2))) == 2


def test_a_line_without_a_history_has_nothing_to_fold():
    assert folded([]) == []
