"""R10: everybody votes at once, again and again, with the room open in every browser."""

import random

from tests.reliability.result import Result
from tests.reliability.voting import CHOICES, Onlookers, Told, at_once, cast, close, wrong_with

TARGET = 20
WHAT = "runs of 200 ballots by 25 members at once: none lost, none double, no error, one result"
SIZES = {"small": (1, 8, 3), "full": (TARGET, 25, 8)}  # runs, members, ballots of each
SECONDS = 1.0  # within which 95 of 100 ballots are answered


def run(site, size):
    runs, members, each = SIZES[size]
    room = site.room(members=members)
    browsers = {member: site.visitor(member) for member in room.members}
    good, slowest, looks, wrong = 0, [], 0, []
    for number in range(runs):
        vote = room.open_vote(None if number else room.item)
        with Onlookers([site.visitor(member) for member in room.members], vote) as onlookers:
            told, closes = _all_at_once(site, vote, room, browsers, each, number)
        found = wrong_with(vote, told, closed=True) + onlookers.errors
        found += [f"closed {closes}"] if sorted(closes) != ["closed", "refused"] else []
        found += _last_choices(vote, told, each)
        good, looks = good + (not found), looks + onlookers.answers
        slowest.append(told.slowest())
        wrong += found
    worst = max(slowest)
    what = f"{WHAT}; 95 of 100 within {worst * 1000:.0f} ms, {looks} looks at the room"
    what += f"; wrong: {'; '.join(wrong)[:400]}" if wrong else ""
    is_quick = worst <= SECONDS or size == "small"  # beside other tests no time is measured
    return Result(good, runs, what, ok=good == runs and is_quick and looks > 0)


def _all_at_once(site, vote, room, browsers, each, number):
    """Each member casts ``each`` ballots, some of them twice in the same moment; two then close."""
    told, dice = Told(), random.Random(number)  # noqa: S311 -- the same order in each run

    def turn(member):
        def do():
            for choice in dice.choices(CHOICES, k=each - 1):
                cast(browsers[member], vote, member, choice, told)
            last = dice.choice(CHOICES)
            again = site.visitor()
            again.cookies = dict(browsers[member].cookies)
            at_once(
                lambda: cast(browsers[member], vote, member, last, told),
                lambda: cast(again, vote, member, last, told),
            )
            return member.pk, last

        return do

    order = list(room.members)
    dice.shuffle(order)
    told.last = dict(at_once(*[turn(member) for member in order]))
    chair, secretary = site.visitor(room.chair), site.visitor(room.secretary)
    return told, at_once(lambda: close(chair, vote), lambda: close(secretary, vote))


def _last_choices(vote, told, each):
    """What each chose last is what stands."""
    found = {
        one.member_id: one.choice.letter if one.choice else "abstain"
        for one in vote.ballots.select_related("choice")
    }
    wrong = [
        f"not the last choice of {who}" for who, last in told.last.items() if found.get(who) != last
    ]
    expected = len(told.last) * (each + 1)
    if len(told.accepted) != expected:
        wrong.append(f"{len(told.accepted)} of {expected} accepted")
    return wrong
