"""Everybody votes at once, in processes of their own, against a real database.

SQLite's test database lives in memory: the race runs on a copy of it in a file, as a site's
database is. PostgreSQL's is raced on as it is.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from tests.factories import MeetingFactory, appoint, seat
from tests.votes import vote_on

ROOT = Path(__file__).parent.parent.parent
SEATS, PROCESSES = 25, 3
REPORT = """
import django, json; django.setup()
from committee.audit import first_bad_event
from committee.models import Event
from meetings.models import Vote
vote = Vote.objects.get()
print(json.dumps({
    "state": vote.state,
    "count": vote.count,
    "ballots": {b.member_id: b.choice.letter for b in vote.ballots.select_related("choice")},
    "rows": vote.ballots.count(),
    "late": vote.ballots.filter(cast_at__gt=vote.closed_at).count() if vote.closed_at else 0,
    "events": Event.objects.filter(act="meetings.cast_ballot").count(),
    "bad": first_bad_event(),
}))
"""


@pytest.fixture
def room(first_rows):
    """A vote, open, with 25 members in the room and the chair who closes it."""
    meeting = MeetingFactory(state="under_way")
    chair = appoint("chair")
    seat(meeting, chair)
    members = [appoint("member") for _ in range(SEATS - 1)]
    for member in members:
        seat(meeting, member)
    return vote_on(meeting, by=chair), [chair, *members]


@pytest.fixture
def url(room, tmp_path):
    """The address of a database other processes can race on."""
    if connection.vendor == "sqlite":
        file = tmp_path / "race.sqlite3"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=WAL")  # as `migrate` leaves it: it cannot be set
            # by several connections at once, and one in memory has none
        copy.close()
        return f"sqlite:///{file}"
    parts = urlsplit(settings.DATABASE_URL)
    return parts._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def race(url, vote, *groups, rounds):
    """Start one process per group at the same moment; say what each of its people met."""
    start = str(time.time() + len(groups))
    command = [sys.executable, "-m", "bench.ballot_box", str(vote.pk), str(rounds), start]
    processes = [
        subprocess.Popen([*command, *group], cwd=ROOT, env=_env(url), stdout=subprocess.PIPE)
        for group in groups
    ]
    told = [json.loads(process.communicate(timeout=120)[0]) for process in processes]
    return [one for group in told for one in group]


def report(url):
    asked = [sys.executable, "-c", REPORT]
    said = subprocess.run(asked, cwd=ROOT, env=_env(url), check=True, capture_output=True)
    return json.loads(said.stdout)


def _env(url):
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "committee.settings"}


def groups_of(people):
    keys = [str(person.pk) for person in people]
    return [keys[number::PROCESSES] for number in range(PROCESSES)]


def test_25_members_vote_at_once_and_none_is_lost_or_doubled(room, url):
    vote, people = room

    told = race(url, vote, *groups_of(people), rounds=2)

    found = report(url)
    assert [one["refused"] for one in told] == [[]] * SEATS
    assert found["ballots"] == {str(one["member"]): one["last"] for one in told}
    assert (found["rows"], found["events"], found["bad"]) == (SEATS, 2 * SEATS, None)


def test_no_ballot_comes_after_the_close_and_none_before_it_is_lost(room, url):
    vote, people = room

    told = race(url, vote, *groups_of(people), [f"close:{people[0].pk}"], rounds=1000)

    found = report(url)
    voters = [one for one in told if "member" in one]
    (closing,) = [one for one in told if "closed" in one]
    refusals = {sentence for one in voters for sentence in one["refused"]}
    assert refusals == {"This vote is closed."}
    assert found["ballots"] == {str(one["member"]): one["last"] for one in voters if one["last"]}
    assert found["count"] == closing["closed"]
    assert sum(found["count"].values()) == found["rows"]
    assert found["events"] == sum(one["accepted"] for one in voters)
    assert (found["state"], found["late"], found["bad"]) == ("closed", 0, None)
