"""Declaring against casting against closing, in threads on a real database."""

import json
import subprocess
import sys

import pytest

from tests.factories import MeetingFactory, appoint, seat
from tests.interests import LEAVE, terms_say
from tests.meetings.test_races import ROOT, _env, url  # noqa: F401 -- a fixture
from tests.votes import vote_on

ROUNDS = 50


@pytest.fixture
def room(first_rows):
    """As many votes as there are rounds, each on an item of its own, and one who races."""
    meeting = MeetingFactory(state="under_way")
    terms_say(meeting, LEAVE)
    chair, racer = appoint("chair", name="Ben Chair"), appoint("member", name="Racer")
    for person in (chair, racer):
        seat(meeting, person)
    return [vote_on(meeting, by=chair) for _ in range(ROUNDS)]


def test_no_ballot_of_whoever_declared_before_the_close_is_counted(room, url):  # noqa: F811
    asked = [sys.executable, "-m", "tests.meetings.racing_interests", str(ROUNDS)]
    said = subprocess.run(asked, cwd=ROOT, env=_env(url), check=True, capture_output=True)

    assert json.loads(said.stdout) == {"rounds": ROUNDS, "wrong": []}
