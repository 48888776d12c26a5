"""R11: fifty ballots against fifty closes, and now and then the closing process is killed."""

import os
import random
import signal
import time

from meetings.models import Vote
from tests.reliability.result import Result
from tests.reliability.voting import CHOICES, Told, at_once, cast, close, wrong_with

TARGET = 100
WHAT = "rounds of 50 ballots against 50 closes: one result each, accepted = counted"
SIZES = {"small": (2, 8), "full": (TARGET, 50)}  # rounds, members
KILL_EVERY = 5  # in each fifth round kill -9 meets the workers while they close


def run(site, size):
    rounds, members = SIZES[size]
    room = site.room(members=members)
    browsers = [site.visitor(member) for member in room.members]
    closers = [site.visitor(who) for who in [room.chair, room.secretary] * (members // 2)]
    dice, good, kills, late, wrong = random.Random(11), 0, 0, 0, []  # noqa: S311 -- as before
    for number in range(rounds):
        vote, told = room.open_vote(None if number else room.item), Told()
        is_killing = number % KILL_EVERY == KILL_EVERY - 1 or (rounds < KILL_EVERY and number == 1)
        calls = [
            _caster(browser, vote, member, dice.choice(CHOICES), told)
            for browser, member in zip(browsers, room.members, strict=True)
        ]
        calls += [_closer(browser, vote) for browser in closers]
        dice.shuffle(calls)
        if is_killing:
            calls.append(_killer(site, dice.random() * 0.15))
        ends = [end for end in at_once(*calls) if isinstance(end, str)]
        kills += ends.count("killed")
        found = _end(site, vote, room, ends)
        found += wrong_with(vote, told, closed=True)
        good, late, wrong = good + (not found), late + len(told.refused), wrong + found
    what = f"{WHAT}; {kills} times killed, {late} ballots refused as too late"
    what += f"; wrong: {'; '.join(wrong)[:400]}" if wrong else ""
    return Result(good, rounds, what, ok=good == rounds and kills > 0)


def _caster(browser, vote, member, choice, told):
    return lambda: cast(browser, vote, member, choice, told)


def _closer(browser, vote):
    return lambda: close(browser, vote)


def _killer(site, after):
    """kill -9 a worker in the middle of it; gunicorn starts another."""

    def kill():
        time.sleep(after)
        for pid in site.web_workers()[:2]:
            os.kill(pid, signal.SIGKILL)
        return "killed"

    return kill


def _end(site, vote, room, ends) -> list[str]:
    """Every close says the same; whoever was killed in the middle of the one that counts closes."""
    answers = {end for end in ends if end != "killed"}
    wrong = [f"close answered {end}" for end in answers - {"closed", "refused", "unanswered"}]
    closed = ends.count("closed")
    if closed > 1:
        wrong.append(f"closed {closed} times")
    for _ in range(50):
        if not Vote.objects.get(pk=vote.pk).is_open:
            break
        if "unanswered" not in answers:
            return [*wrong, "everybody was answered, and nobody has closed"]
        close(site.visitor(room.chair), vote)
        time.sleep(0.1)
    return wrong
