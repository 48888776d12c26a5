"""Check the result of a vote from its exported record, without the site and without its code.

    python tools/verify_result.py FILE ...

FILE is what `manage.py verify_result VOTE --export FILE` wrote: who held office, who was there
and when, which interests stood, what was cast, the rules of the terms, and the result on
record. Everything but the result is counted again from the rest; each number is compared. The
exit code is 0 if all agree, 1 if anything differs, 2 if a file cannot be read. It needs nothing
but Python, and shares no line with the site: whoever doubts the site can read this instead.
"""

import json
import sys
from fractions import Fraction
from math import ceil
from pathlib import Path

FORMAT = "vote-record/1"
VOTING = {"chair", "vice_chair", "member"}
BARRING = {"speak", "leave"}
NUMBERS = [
    "appointed",
    "present",
    "absent",
    "recused",
    "eligible",
    "voted",
    "abstained",
    "not_cast",
]


def recount(record):
    """The numbers, the count, the roll and the finding, from everything but the result."""
    vote = record["vote"]
    letters_of = {ballot["member"]: ballot["choice"] for ballot in record["ballots"]}
    office, barred = in_office(record), barred_from(record)
    by_post = vote["method"] == "correspondence"
    there = set(office)
    if not by_post:
        there = {one for one in office if one in letters_of or was_there(record, one)}
    eligible = {one for one in there if one not in barred}
    roll = {
        "eligible": sorted(eligible),
        "recused": sorted(there - eligible),
        "absent": sorted(office - there),
    }
    numbers = {
        "appointed": len(office),
        "present": None if by_post else len(there),
        "absent": None if by_post else len(office) - len(there),
        "recused": len(there) - len(eligible),
        "eligible": len(eligible),
    }
    if vote["method"] in {"ballot", "correspondence"}:
        count = {}
        for member, letter in letters_of.items():
            if member in eligible:
                count[letter] = count.get(letter, 0) + 1
    else:
        count = record["result"]["count"]  # raised hands leave no ballot: taken as written down
    if vote["method"] == "unanimity":
        numbers |= {"voted": None, "abstained": None, "not_cast": None}
    else:
        cast, abstained = sum(count.values()), count.get("abstain", 0)
        numbers |= {
            "voted": cast - abstained,
            "abstained": abstained,
            "not_cast": len(eligible) - cast,
        }
    found = finding(record["terms"], count, len(eligible), len(office), method=vote["method"])
    return {"numbers": numbers, "count": count, "roll": roll, "finding": found}


def in_office(record):
    day = record["vote"]["day"]
    return {
        one["person"]
        for one in record["appointments"]
        if one["role"] in VOTING
        and one["starts_on"] <= day
        and (one["ends_on"] is None or day <= one["ends_on"])
    }


def was_there(record, person):
    """Whether ``person`` was in the room at the close: by the comings and goings, or the list."""
    closed = record["vote"]["closed_at"]
    for row in record["attendance"]:
        if row["person"] != person or not row["is_voting"]:
            continue
        before = [move for move in row["movements"] if move["at"] <= closed]
        after = [move for move in row["movements"] if move["at"] > closed]
        if before:
            return before[-1]["kind"] == "arrived"
        if after:
            return after[0]["kind"] == "left"
        gone = row["left_at"]
        return row["presence"] == "present" and (gone is None or gone > closed)
    return False


def barred_from(record):
    """Who had declared an interest that takes the vote away, in the item or in a paper of it."""
    vote, closed, items = record["vote"], record["vote"]["closed_at"], record["items"]
    parent = {item["item"]: item["parent"] for item in items}
    papers_of = {item["item"]: set(item["papers"]) for item in items}
    line = {vote["item"], parent.get(vote["item"])} - {None}
    papers = set(vote["papers"]).union(*(papers_of.get(item, set()) for item in line))
    touched = {item for item, own in papers_of.items() if own & papers}
    touched |= {parent[item] for item in touched} - {None}
    return {
        one["member"]
        for one in record["interests"]
        if one["effect"] in BARRING
        and one["declared_at"] <= closed
        and (one["withdrawn_at"] is None or one["withdrawn_at"] > closed)
        and (one["item"] in line | touched or one["paper"] in papers)
    }


def finding(terms, count, eligible, appointed, *, method="ballot"):
    """What the terms make of a count: an outcome, a tie to break, or open questions."""
    needed = _needed(terms, appointed)
    open_questions = ["quorum"] if needed is not None and eligible < needed else []
    if method == "unanimity":
        (letter,) = count
        outcome = None if open_questions else letter
        return {"leading": [letter], "outcome": outcome, "tie": [], "open": open_questions}
    ranks = sorted(((n, letter) for letter, n in count.items() if letter != "abstain" and n))
    top = ranks[-1][0] if ranks else 0
    leading = sorted(letter for n, letter in ranks if n == top)
    voted = sum(n for n, _ in ranks)
    all_agree = len(ranks) == 1 and not count.get("abstain", 0)
    tie = []
    if not leading:
        open_questions.append("nobody")
    elif len(leading) > 1 and terms["chair_has_casting_vote"]:
        tie = leading
    elif len(leading) > 1:
        open_questions.append("tie")
    elif not all_agree and terms["voting_rule"] is None:
        open_questions.append("rule")
    elif not all_agree and terms["voting_rule"] == "majority" and 2 * top <= voted:
        open_questions.append("majority")
    sure = len(leading) == 1 and not open_questions
    return {
        "leading": leading,
        "outcome": leading[0] if sure else None,
        "tie": tie,
        "open": open_questions,
    }


def _needed(terms, appointed):
    least, above, below = (
        terms[f"quorum_{name}"] for name in ("at_least", "numerator", "denominator")
    )
    if least is None and below is None:
        return None
    share = ceil(Fraction(above, below) * appointed) if below is not None else 0
    return max(share, least or 0)


def differences(record):
    """What does not agree, a sentence each; nothing if the result stands."""
    found, result = recount(record), record["result"]
    said = [
        f"{name}: {result[name]} on record, {found['numbers'][name]} counted again"
        for name in NUMBERS
        if result[name] != found["numbers"][name]
    ]
    said += [
        f"{name}: {result[name]} on record, {found[name]} counted again"
        for name in ("count", "roll")
        if result[name] != found[name]
    ]
    said += [
        f"{name}: {result['finding'][name]} on record, {value} found again"
        for name, value in found["finding"].items()
        if result["finding"][name] != value
    ]
    return said + _of_ballots(record) + _of_events(record) + _of_outcome(record, found)


def _of_ballots(record):
    vote, said = record["vote"], []
    members = [ballot["member"] for ballot in record["ballots"]]
    if len(members) != len(set(members)):
        said.append("ballots: somebody has two")
    for ballot in record["ballots"]:
        if not vote["opened_at"] <= ballot["cast_at"] <= vote["closed_at"]:
            said.append(f"ballots: that of {ballot['member']} was cast when the vote was not open")
        if ballot["choice"] not in [*record["terms"]["letters"], "abstain"]:
            said.append(f"ballots: {ballot['choice']} is no outcome of the terms")
    return said


def _of_events(record):
    """The record of acts must tell of the same ballots and the same close."""
    cast = {event["member"] for event in record["events"] if event["act"].endswith("_ballot")}
    ballots = {ballot["member"] for ballot in record["ballots"]}
    said = [f"events: no act put the ballot of {one} there" for one in sorted(ballots - cast)]
    gone = cast - ballots - barred_from(record)
    said += [f"events: {one} cast a ballot that is not there" for one in sorted(gone)]
    said += _of_close(record)
    closed = [event["facts"] for event in record["events"] if event["act"] in CLOSING]
    if len(closed) != 1:
        return [*said, f"events: closed {len(closed)} times"]
    for name in ("count", "roll", *NUMBERS):
        if name in closed[0] and closed[0][name] != record["result"][name]:
            said.append(f"events: {name} was {closed[0][name]} when the vote was closed")
    return said


def _of_close(record):
    """By correspondence a vote is open until its time, unless all who may have voted before."""
    vote, waited = record["vote"], record["result"]["not_cast"]
    if vote["closes_at"] is None or vote["closed_at"] >= vote["closes_at"] or not waited:
        return []
    return [f"events: close came before its time, and {waited} had not voted"]


CLOSING = {"close_vote", "record_show_of_hands", "record_unanimity"}


def _of_outcome(record, found):
    """An outcome other than the rules give needs the chair's reason, or casting vote."""
    outcome = record["outcome"]
    if outcome is None:
        return []
    letter, tie = outcome["letter"], found["finding"]["tie"]
    if outcome["casting"] is not None:
        stands = outcome["casting"] == letter and letter in tie
        if not stands:
            return [f"outcome: {letter} by a casting vote, which there was not to give"]
        if outcome["casting_by"] not in found["roll"]["eligible"]:
            return [f"outcome: {letter} by the casting vote of somebody who could not vote"]
        if not found["finding"]["open"]:
            return []
    if letter != found["finding"]["outcome"] and not outcome["has_reason"]:
        return [f"outcome: {letter}, which the count does not give, and no reason"]
    return []


def main(files):
    differs = False
    for name in files:
        try:
            record = json.loads(Path(name).read_text(encoding="utf-8"))
            if record["format"] != FORMAT:
                raise ValueError(f"the format is {record['format']}, not {FORMAT}")
            said = differences(record)
        except (OSError, ValueError, KeyError, TypeError) as error:
            sys.stderr.write(f"{name}: cannot be read: {error!r}\n")
            return 2
        differs |= bool(said)
        sys.stdout.write(f"{name}: {'DIFFERS' if said else 'agrees'}\n")
        sys.stdout.writelines(f"  {line}\n" for line in said)
    return 1 if differs else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
