"""25 members voting at once: ballots a second, against bare single-row inserts.

    python -m bench.ballots [ROUNDS]

On SQLite, and on PostgreSQL where BENCH_POSTGRESQL_URL names a database: it is migrated, and
a meeting is added to it. Three measures on each: bare inserts, one row a transaction, by 25
threads in two processes; the act from those (permission, ballot, and an event in the chain);
and the act over HTTP, by 25 members signed in, against gunicorn as in production. Afterwards
every ballot must be the last that its member was told was accepted.
"""

import http.client
import json
import os
import platform
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import django

from bench.ballot_box import LETTERS
from bench.servers import ROOT, gunicorn, on_each_database

SEATS, PROCESSES, PORT = 25, 2, 8197
SECRET = "b" * 32  # a CSRF cookie and its echo
SAY = sys.stdout.write


def main() -> None:
    if sys.argv[1:2] == ["one"]:
        return measure(sys.argv[2], int(sys.argv[3]))
    rounds = sys.argv[1] if len(sys.argv) > 1 else "20"
    machine = f"{platform.machine()}, {os.cpu_count()} processors"
    SAY(f"{SEATS} members at once, {machine}, Python {platform.python_version()}\n")
    return on_each_database("bench.ballots", rounds)


def measure(name: str, rounds: int) -> None:
    """Say what the database of DATABASE_URL does."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "committee.settings"
    django.setup()
    vote, members = scene()
    bare = rate(race(vote, rounds, [f"bare:{number}" for number in range(SEATS)]))
    SAY(f"{name}: {bare:.0f} bare inserts a second\n")
    told = race(vote, rounds, [str(member.pk) for member in members])
    tell(f"{name}, the act", told, vote, bare)
    with gunicorn("committee.wsgi", PORT), ThreadPoolExecutor(SEATS) as threads:
        told = list(threads.map(lambda member: post(vote, member, rounds), members))
    tell(f"{name}, over HTTP", told, vote, bare)


def scene():
    """A meeting under way with 25 voting members and an open vote, in an emptied database."""
    from django.core.management import call_command  # noqa: PLC0415 -- after django.setup
    from django.db import connection  # noqa: PLC0415

    from committee.models import TermsOfReference  # noqa: PLC0415
    from tests.factories import MeetingFactory, appoint, seat  # noqa: PLC0415
    from tests.votes import vote_on  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_row")
        key = "BIGSERIAL" if connection.vendor == "postgresql" else "INTEGER"
        cursor.execute(f"CREATE TABLE bench_row (id {key} PRIMARY KEY, words TEXT)")
    slug = f"bench-{time.time_ns() % 10**9}"
    terms = TermsOfReference.objects.get(version=1)
    meeting = MeetingFactory(state="under_way", terms=terms, slug=slug)
    run = time.time_ns()
    members = [
        appoint("chair" if number == 0 else "member", email=f"m{run}-{number}@example.org")
        for number in range(SEATS)
    ]
    for member in members:
        seat(meeting, member)
    return vote_on(meeting, by=members[0]), members


def race(vote, rounds: int, names: list[str]) -> list[dict]:
    """Let all of ``names`` begin at the same moment, in two processes."""
    begin = str(time.time() + 6)
    command = [sys.executable, "-m", "bench.ballot_box", str(vote.pk), str(rounds), begin]
    processes = [
        subprocess.Popen([*command, *names[n::PROCESSES]], cwd=ROOT, stdout=subprocess.PIPE)
        for n in range(PROCESSES)
    ]
    return [one for process in processes for one in json.loads(process.communicate()[0])]


def post(vote, member, rounds: int) -> dict:
    """Cast ``rounds`` ballots as ``member``'s browser does, over one connection."""
    headers = {
        "Cookie": f"session={session_of(member)}; csrf={SECRET}",
        "X-CSRFToken": SECRET,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    server = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    told = {"member": member.pk, "accepted": 0, "last": None, "began": time.time()}
    for turn in range(rounds):
        choice = LETTERS[(member.pk + turn) % len(LETTERS)]
        body = urlencode({"choice": choice, "reason": ""})
        server.request("POST", f"{vote.get_absolute_url()}ballot/", body, headers)
        answer = server.getresponse()
        answer.read()
        if answer.status == 302:
            told |= {"accepted": told["accepted"] + 1, "last": choice}
    return told | {"ended": time.time()}


def session_of(member) -> str:
    """Sign ``member`` in without the slow password."""
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    session = SessionStore()
    session["_auth_user_id"] = str(member.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = member.get_session_auth_hash()
    session.create()
    connection.close()
    return session.session_key


def rate(told: list[dict]) -> float:
    took = max(one["ended"] for one in told) - min(one["began"] for one in told)
    return sum(one["accepted"] for one in told) / took


def tell(label: str, told: list[dict], vote, bare: float) -> None:
    """The figures, and whether a ballot was lost or doubled."""
    ballots = list(vote.ballots.select_related("choice"))
    found = {ballot.member_id: ballot.choice.letter for ballot in ballots}
    lost = sum(found.get(one["member"]) != one["last"] for one in told)
    cast = sum(one["accepted"] for one in told)
    speed = rate(told)
    SAY(
        f"{label}: {speed:.0f} ballots a second ({speed / bare:.2f} of bare inserts); "
        f"{cast} cast, {lost} lost, {len(ballots) - len(found)} double\n"
    )


if __name__ == "__main__":
    main()
