"""A member casts and declares an interest while the chair closes: 50 votes, one after another.

    python -m tests.meetings.racing_interests ROUNDS

A process of its own, for tests: it needs a real database and threads. Prints what it found.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.settings")
django.setup()

from django.db import connection  # noqa: E402 -- after django.setup

from committee.models import Event, Person  # noqa: E402
from committee.refusals import Refused  # noqa: E402
from meetings import actions  # noqa: E402
from meetings.models import Vote  # noqa: E402


def main(rounds: int) -> None:
    votes = list(Vote.objects.select_related("item__meeting").order_by("pk")[:rounds])
    told = [_round(vote) for vote in votes]
    sys.stdout.write(json.dumps({"rounds": len(told), "wrong": [one for one in told if one]}))


def _round(vote) -> str:
    member, chair = Person.objects.get(name="Racer"), Person.objects.get(name="Ben Chair")
    meeting, start = vote.meeting, Barrier(3)
    turns = [
        lambda: actions.cast_ballot(vote, by=member, choice="E"),
        lambda: actions.declare_interest(meeting, by=member, nature="Mine", item=vote.item),
        lambda: actions.close_vote(Vote.objects.get(pk=vote.pk), by=chair),
    ]
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda turn: _at_once(turn, start), turns))
    return _wrong(Vote.objects.get(pk=vote.pk), member)


def _at_once(turn, start) -> None:
    try:
        start.wait()
        turn()
    except Refused:
        pass
    finally:
        connection.close()


def _wrong(vote, member) -> str:
    """What became of one vote that should not have, or ""."""
    interest = vote.item.interests.get()
    declared = Event.objects.about(interest).get().number
    closed = Event.objects.about(vote).get(act="meetings.close_vote").number
    has_ballot = vote.ballots.filter(member=member).exists()
    if declared < closed and (has_ballot or vote.count):
        return f"{vote.pk}: counted {vote.count} though the interest came first"
    if sum(vote.count.values()) != vote.ballots.count():
        return f"{vote.pk}: {vote.count} counted, {vote.ballots.count()} kept"
    return ""


if __name__ == "__main__":
    main(int(sys.argv[1]))
