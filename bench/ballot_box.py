"""Members voting at once, from a process of their own.

    python -m bench.ballot_box VOTE ROUNDS START MEMBER [MEMBER …] [close:PERSON] [bare:NUMBER]

Each MEMBER (a key) has a thread and a connection of its own: it waits for START (seconds
since 1970), then casts ROUNDS ballots, another outcome each time. PERSON closes the vote a
moment after START. What became of it all is printed as JSON. Used by the benchmark, and by
the tests of what happens in a race.
"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.settings")
LETTERS = "ABCDE"
SOME = 10  # ballots after which the vote is closed in the middle of it all


def main() -> None:
    vote, rounds, start, *who = sys.argv[1:]
    django.setup()
    with ThreadPoolExecutor(len(who)) as threads:
        told = [threads.submit(_turn, vote, int(rounds), float(start), name) for name in who]
        sys.stdout.write(json.dumps([one.result() for one in told]))


def _turn(vote, rounds, start, name):
    from django.db import connection  # noqa: PLC0415 -- after django.setup

    try:
        if name.startswith("close:"):
            return _close(vote, start, name.removeprefix("close:"))
        if name.startswith("bare:"):
            return _insert(connection, rounds, start)
        return _cast(vote, rounds, start, name)
    finally:
        connection.close()


def _cast(vote, rounds, start, member):
    from committee.models import Person  # noqa: PLC0415
    from committee.refusals import Refused  # noqa: PLC0415
    from meetings.actions import cast_ballot  # noqa: PLC0415
    from meetings.models import Vote  # noqa: PLC0415

    person, box = Person.objects.get(pk=member), Vote.objects.get(pk=vote)
    time.sleep(max(0, start - time.time()))
    told = {"member": int(member), "accepted": 0, "last": None, "refused": []}
    told["began"] = time.time()
    for turn in range(rounds):
        choice = LETTERS[(int(member) + turn) % len(LETTERS)]
        try:
            cast_ballot(box, by=person, choice=choice)
        except Refused as refusal:
            told["refused"].append(str(refusal))
            break
        else:
            told |= {"accepted": told["accepted"] + 1, "last": choice}
    return told | {"ended": time.time()}


def _insert(connection, rounds, start):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        time.sleep(max(0, start - time.time()))
        began = time.time()
        for turn in range(rounds):
            cursor.execute("INSERT INTO bench_row (words) VALUES (%s)", [f"row {turn}"])
    return {"accepted": rounds, "began": began, "ended": time.time()}


def _close(vote, start, by):
    from committee.models import Person  # noqa: PLC0415
    from meetings.actions import close_vote  # noqa: PLC0415
    from meetings.models import Vote  # noqa: PLC0415

    person, box = Person.objects.get(pk=by), Vote.objects.get(pk=vote)
    time.sleep(max(0, start - time.time()))
    while box.ballots.count() < SOME:
        time.sleep(0.02)
    return {"closed": close_vote(box, by=person).count, "ended": time.time()}


if __name__ == "__main__":
    main()
