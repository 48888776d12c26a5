"""R12: what the site makes of a count, against an oracle that reads like the terms themselves.

Three judges who share no code: the site's rules, the oracle here, and the standalone script.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction

from committee.models import TermsOfReference
from committee.quorum import Quorum
from meetings import actions
from meetings.evidence import evidence_of
from meetings.models import Vote
from meetings.tally import find, find_stated
from tests.factories import an_interest, item_with_paper
from tests.reliability.result import Result
from tests.servers import ROOT
from tools import verify_result

TARGET = 100_000
WHAT = "random votes judged alike by three; exported records verified, and tampering found"
LETTERS = "ABCDE"
SIZES = {"small": (2_000, 4), "full": (TARGET, 200)}


def run(site, size):
    votes, exported = SIZES[size]
    dice = random.Random(20261120)  # noqa: S311 -- the same votes each time
    alike = sum(_agree(dice) for _ in range(votes))
    verified, found = _exports(site, dice, exported)
    ok = alike == votes and verified == exported and found == exported
    what = f"{WHAT}: {verified} of {exported} exports agree, {found} of {exported} forgeries found"
    return Result(alike, votes, what, ok=ok and exported > 0)


# --- rules against oracle and script


def _agree(dice) -> bool:
    """Whether the three say the same of one vote thrown at random."""
    appointed = dice.randint(0, 25)
    eligible = dice.randint(0, appointed)
    voters = [dice.choice([*LETTERS, "abstain", None]) for _ in range(eligible)]
    if dice.random() < 0.3:  # few outcomes, so that ties, narrow wins and unanimity are common
        voters = [dice.choice(["A", "C", dice.choice(["abstain", "A"])]) for _ in range(eligible)]
    terms = {
        "voting_rule": dice.choice([None, "majority", "plurality"]),
        "chair_has_casting_vote": dice.choice([None, True, False]),
        "quorum_at_least": dice.choice([None, dice.randint(0, 12)]),
        "quorum_numerator": None,
        "quorum_denominator": None,
    }
    if dice.random() < 0.5:
        below = dice.randint(1, 12)
        terms |= {"quorum_numerator": dice.randint(0, below), "quorum_denominator": below}
    count = dict(Counter(one for one in voters if one))
    stated = dice.random() < 0.05
    if stated:
        count = {"C": None}
    site = _site(count, terms, eligible, appointed, stated=stated)
    script = verify_result.finding(
        terms, count, eligible, appointed, method="unanimity" if stated else "ballot"
    )
    oracle = _oracle(["C"] * 3 if stated else voters, terms, eligible, appointed)
    return site == oracle == (script["outcome"], tuple(script["tie"]), tuple(script["open"]))


def _site(count, terms, eligible, appointed, *, stated):
    quorum = None
    if terms["quorum_at_least"] is not None or terms["quorum_denominator"] is not None:
        share = Fraction(terms["quorum_numerator"] or 0, terms["quorum_denominator"] or 1)
        quorum = Quorum(share=share, at_least=terms["quorum_at_least"] or 0)
    room = {"eligible": eligible, "appointed": appointed, "quorum": quorum}
    if stated:
        (letter,) = count
        found = find_stated(letter, **room)
    else:
        rules = {"rule": terms["voting_rule"], "casting": terms["chair_has_casting_vote"]}
        found = find(count, **room, **rules)
    kinds = {"no quorum": "quorum", "Nobody": "nobody", "tie": "tie", "no voting rule": "rule"}
    kinds |= {"not more than half": "majority"}
    asks = tuple(next(kinds[word] for word in kinds if word in ask.fact) for ask in found.asks)
    return found.suggested, found.casting, asks


def _oracle(voters, terms, eligible, appointed):
    """The terms read aloud, ballot by ballot: which outcome, which tie to break, what is open."""
    piles = {letter: [one for one in voters if one == letter] for letter in LETTERS}
    tallest = max(len(pile) for pile in piles.values())
    best = tuple(sorted(letter for letter in LETTERS if tallest and len(piles[letter]) == tallest))
    choosing = [one for one in voters if one and one != "abstain"]
    everybody = len({one for one in voters if one}) == 1 and bool(choosing)
    missing = ()
    if not _enough(terms, eligible, appointed):
        missing = ("quorum",)
    if not best:
        return None, (), (*missing, "nobody")
    if len(best) > 1:
        if terms["chair_has_casting_vote"] is True:
            return None, best, missing
        return None, (), (*missing, "tie")
    if not everybody:
        others = len(choosing) - tallest
        if terms["voting_rule"] is None:
            missing = (*missing, "rule")
        elif terms["voting_rule"] == "majority" and tallest <= others:
            missing = (*missing, "majority")
    return (None if missing else best[0]), (), missing


def _enough(terms, eligible, appointed) -> bool:
    if terms["quorum_at_least"] is not None and eligible < terms["quorum_at_least"]:
        return False
    below = terms["quorum_denominator"]
    return below is None or eligible * below >= terms["quorum_numerator"] * appointed


# --- real votes, exported and verified by the script on its own


def _exports(site, dice, number):
    """Of ``number`` votes held, how many exports agree; and how many forged ones are found out."""
    room = site.room(members=12)
    TermsOfReference.objects.filter(pk=room.meeting.terms_id).update(
        voting_rule="majority", quorum_at_least=4, chair_has_casting_vote=True
    )
    room.meeting.chaired_by = room.chair
    room.meeting.save()
    true, forged = [], []
    for position in range(number):
        record = evidence_of(_held(room, dice))
        true.append(_file(site, f"vote-{position}.json", record))
        forged.append(_file(site, f"forged-{position}.json", _forged(record, dice)))
    return _run(true).count(": agrees\n"), _run(forged).count(": DIFFERS\n")


def _held(room, dice) -> Vote:
    """A vote as it may go: some away, some recused before or after they voted, any method."""
    item = item_with_paper(room.meeting)
    room.meeting.attendances.update(presence="present")
    members = dice.sample(room.members[1:], 11)
    for member in members[:2]:
        away = dice.random() < 0.5
        presence = "absent" if away else "present"
        room.meeting.attendances.filter(person=member).update(presence=presence)
    vote = room.open_vote(item)
    for member in members[2 : dice.randint(3, 11)]:
        choice = dice.choice([*LETTERS, "C", "C", "abstain"])
        actions.cast_ballot(vote, by=member, choice=choice)
    an_interest(dice.choice(members), item=item, effect=dice.choice(["note", "speak", "leave"]))
    actions.close_vote(vote, by=room.chair)
    return Vote.objects.get(pk=vote.pk)


def _forged(record, dice) -> dict:
    """One thing in it changed."""
    forged = json.loads(json.dumps(record))
    kind = dice.choice(["ballot", "number", "interest", "finding", "appointed"])
    counted = [b for b in forged["ballots"] if b["member"] in forged["result"]["roll"]["eligible"]]
    if kind == "ballot" and counted:  # one set aside by an interest changes no result
        forged["ballots"].remove(counted[-1])
    elif kind == "interest":
        forged["interests"] = [one | {"item": None} for one in forged["interests"]]
        forged["result"]["recused"] += 1
    elif kind == "finding":
        forged["result"]["finding"]["leading"] = ["Z"]
    elif kind == "appointed":
        forged["appointments"].pop()
        forged["result"]["appointed"] += 1
    else:
        forged["result"]["eligible"] += 1
    return forged


def _file(site, name, record) -> str:
    file = site.folder / name
    file.write_text(json.dumps(record))
    return str(file)


def _run(files) -> str:
    command = [sys.executable, "-I", "-S", str(ROOT / "tools" / "verify_result.py"), *files]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
