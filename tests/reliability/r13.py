"""R13: before the close nobody learns a choice or a tally; after it nothing changes one."""

import datetime as dt
import re
from uuid import uuid4

from django.db import DatabaseError, connection, transaction

from committee.models import OutcomeOption
from committee.refusals import Refused
from meetings import actions
from meetings.models import Ballot, Vote
from tests.factories import (
    NINE,
    MeetingFactory,
    PersonFactory,
    an_interest,
    appoint,
    item_with_paper,
    seat,
)
from tests.reliability.result import Result
from tests.scene import scene
from tests.test_roles import DECLARED, SAID, address
from tests.votes import vote_on

TARGET = 1
WHAT = "votes kept secret until the close and fixed after it"
SIZES = {"small": ["chair"], "full": None}  # roles that look and try; None: all of them
# of forms, keys of lines to be, hashes of the room's panels (which are compared themselves)
TOKENS = re.compile(rb'"(\w{64}|[0-9a-f-]{36}|[a-z]+:[0-9a-f]{6,64})"')
LATER = NINE.date() + dt.timedelta(days=7)
ELSEWHERE = {"committee:history", "committee:sign_out"}  # says who voted when; ends the session


def run(site, size):
    people = {
        "secretary": appoint("secretariat"),
        "chair": appoint("chair"),
        "member": appoint("member"),
        "adviser": appoint("adviser"),
        "lab": appoint("presenter"),
        "office": appoint("office"),
        "nobody": PersonFactory(),
    }
    ours = scene(on=NINE.date(), by=people["secretary"], member=people["member"])
    vote = Vote.objects.get(pk=ours.keys["vote"])
    for name in ("chair", "secretary"):
        seat(vote.meeting, people[name])
    roles = SIZES[size] or [*people, "public"]
    looked, told = _secret(site, ours, vote, {role: people.get(role) for role in roles})
    changed, tried = _fixed(site, ours, vote, people, roles)
    skipped, steps = _no_step_skipped(people)
    wrong = told + changed + skipped
    what = f"{WHAT}: {looked} pages tell nothing, {tried} attempts change nothing, "
    what += f"{steps} ways round the outcome are shut"
    what += f"; wrong: {'; '.join(wrong)[:400]}" if wrong else ""
    ok = not wrong and min(looked, tried, steps) > 0
    return Result(0 if wrong else TARGET, TARGET, what, ok=ok)


# --- before the close


def _secret(site, ours, vote, readers):
    """Whatever a colleague chooses, every page says the same to everybody else, byte for byte."""
    colleague = appoint("member")
    seat(vote.meeting, colleague)
    said = []
    choices = [("A", ""), ("A", ""), ("D", "CANARY"), ("abstain", "CANARY"), ("A", "")]
    for choice, reason in choices:
        actions.cast_ballot(vote, by=colleague, choice=choice, reason=reason, at=vote.opened_at)
        said.append({role: _pages(site, ours, who) for role, who in readers.items()})
    return sum(len(pages) for one in said for pages in one.values()), _told(*said)


def _told(first, same, *others_and_again) -> list[str]:
    """Where a reader could tell the choices apart.

    A page that differs though nothing else was chosen, at once or in the end, says what time it
    is, or that somebody did something: of such a page everything but the digits is compared.
    """
    *others, again = others_and_again
    told = []
    for role, pages in first.items():
        for name, page in pages.items():
            is_still = page == same[role][name] == again[role][name]
            for other in others:
                there = other[role][name]
                alike = page == there if is_still else _words(page) == _words(there)
                if not alike or b"CANARY" in there:
                    told.append(f"{role} reads {name}")
    return told


def _words(page: bytes) -> bytes:
    return re.sub(rb"\d+", b"", page)


def _pages(site, ours, reader) -> dict[str, bytes]:
    browser = site.visitor(reader)
    pages = {}
    for name in set(DECLARED) - ELSEWHERE:
        answer = browser.get(address(name, ours))
        pages[name] = str(answer.status).encode() + TOKENS.sub(b"", answer.body)
    return pages


# --- after the close


def _fixed(site, ours, vote, people, roles):
    """Every address with what its form asks for, every act, and SQL by hand: nothing changes."""
    for who in (people["member"], people["chair"]):
        actions.cast_ballot(vote, by=who, choice="B", reason="Mine", at=vote.opened_at)
    actions.close_vote(vote, by=people["chair"])
    before, wrong, tried = _standing(vote), [], 0
    for what, attempt in _attempts(site, ours, vote, people, roles):
        tried += 1
        if not attempt():
            wrong.append(f"not refused: {what}")
        if _standing(vote) != before:
            return [*wrong, f"changed by {what}"], tried
    return wrong, tried


def _attempts(site, ours, vote, people, roles):
    """(what it is, whether it went as it should), one by one."""
    for role in roles:
        browser = site.visitor(people.get(role))
        for name in sorted(set(DECLARED) - {"committee:sign_out"}):
            if not {"outcome", "void"} & set(name.split("_")):  # these go on from a count
                yield f"{role} at {name}", lambda n=name, b=browser: _posted(b, ours, n)
    for name, change in _changes(vote, people):
        yield name, lambda change=change: _refused(change)
    yield "a later interest", lambda: an_interest(people["chair"], item=vote.item, effect="leave")
    chairs = vote.meeting.attendances.filter(person=people["chair"])
    yield "who left later", lambda: chairs.update(presence="absent")


def _posted(browser, ours, name) -> bool:
    return browser.post(address(name, ours), **SAID, key=str(uuid4())).status < 500


def _refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except (DatabaseError, Refused):
        return True
    return False


def _standing(vote):
    names = ["appointed", "present", "absent", "recused", "eligible", "voted", "abstained"]
    names += ["not_cast", "count", "roll", "closed_at", "closed_by", "method"]
    ballots = Ballot.objects.filter(vote=vote.pk).order_by("pk")
    return list(ballots.values_list()), Vote.objects.filter(pk=vote.pk).values_list(*names).get()


def _changes(vote, people):
    """(what it is, the change): acts, bulk writes and raw SQL."""
    yield from _acts(vote, people)
    option = OutcomeOption.objects.get(terms=vote.terms, letter="E")
    yield from _bulk(vote, people["secretary"], option).items()
    for sql in _sql(vote.pk, people["secretary"].pk, option.pk):
        yield sql[:40], lambda sql=sql: _execute(sql)


def _acts(vote, people):
    member, secretary = people["member"], people["secretary"]
    hands = {"counts": {"E": 1}}
    yield "cast", lambda: actions.cast_ballot(vote, by=member, choice="E")
    yield "take", lambda: actions.take_ballot(vote, member, by=secretary, choice="E")
    yield "close", lambda: actions.close_vote(vote, by=secretary)
    yield "hands", lambda: actions.record_show_of_hands(vote, by=secretary, **hands)
    yield "unanimity", lambda: actions.record_unanimity(vote, by=secretary, letter="E")


def _bulk(vote, secretary, option):
    ballots, votes = Ballot.objects.filter(vote=vote), Vote.objects.filter(pk=vote.pk)
    new = {"vote": vote, "member": secretary, "cast_at": NINE, "recorded_by": secretary}
    row = ballots.first()
    row.choice = option
    return {
        "save": row.save,
        "row delete": row.delete,
        "update": lambda: ballots.update(choice=option),
        "delete": ballots.delete,
        "bulk_update": lambda: Ballot.objects.bulk_update([row], ["choice"]),
        "bulk_create": lambda: Ballot.objects.bulk_create([Ballot(**new)]),
        "create": lambda: Ballot.objects.create(**new),
        "count": lambda: votes.update(count={"E": 9}),
        "open again": lambda: votes.update(state="open", closed_at=None, closed_by=None),
        "roll": lambda: votes.update(roll={}),
        "numbers": lambda: votes.update(voted=1, abstained=1),
        "vote delete": votes.delete,
    }


def _sql(vote, person, option):
    ballots, votes = f"meetings_ballot WHERE vote_id = {vote}", f"meetings_vote WHERE id = {vote}"
    for what in (f"choice_id = {option}", "vote_id = vote_id + 1", "reason = 'x'"):
        yield f"UPDATE {ballots.replace('WHERE', f'SET {what} WHERE')}"
    for what in ("state = 'open'", "eligible = 1, present = 1, absent = 0", "count = '{}'"):
        yield f"UPDATE {votes.replace('WHERE', f'SET {what} WHERE')}"
    yield f"DELETE FROM {ballots}"
    yield f"DELETE FROM {votes}"
    columns = "vote_id, member_id, choice_id, reason, cast_at, recorded_by_id"
    values = f"{vote}, {person}, {option}, '', '2026-01-01 00:00:00', {person}"
    yield f"INSERT INTO meetings_ballot ({columns}) VALUES ({values})"


def _execute(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


# --- no outcome, nothing that follows from one


def _no_step_skipped(people):
    """With the count alone there is no second vote, no other result, no end of the meeting."""
    chair, secretary = people["chair"], people["secretary"]
    held = MeetingFactory(on=LATER, state="under_way", started_at=NINE)  # of its own: untried
    for person in (chair, secretary):
        seat(held, person)
    item = item_with_paper(held)
    vote = vote_on(item.meeting, by=chair, item=item)
    beside = {
        "another vote": lambda: vote_on(item.meeting, by=chair, item=item),
        "another result": lambda: _no_vote(item, secretary),
        "the end of the meeting": lambda: actions.close_meeting(item.meeting, by=secretary),
    }
    wrong, tries = _shut(beside | {"while open": _outcome(vote, secretary, "A", "Now.")})
    actions.close_vote(vote, by=chair)
    counted = {
        "what nobody voted for": _outcome(vote, secretary, "A", ""),
        "a letter that is none": _outcome(vote, secretary, "Z", "So it is."),
        "an abstention": _outcome(vote, secretary, "abstain", "So it is."),
    }
    more, number = _shut(beside | counted)
    actions.record_outcome(vote, by=secretary, letter="A", reason="The chair so ruled.")
    decided = {
        "a second outcome": _outcome(vote, secretary, "B", "No, that."),
        "a void vote with an outcome": lambda: actions.void_vote(vote, by=chair, reason="No."),
    }
    last, rest = _shut(decided)
    return wrong + more + last, tries + number + rest


def _shut(ways):
    """Those of ``ways`` that were not refused, and how many were tried."""
    opened = []
    for what, way in ways.items():
        try:
            way()
        except Refused:
            continue
        opened.append(f"not refused: {what}")
    return opened, len(ways)


def _outcome(vote, by, letter, reason):
    return lambda: actions.record_outcome(vote, by=by, letter=letter, reason=reason)


def _no_vote(item, by):
    papers = list(item.papers.all())
    return actions.record_result(item, papers, by=by, result="no_outcome")
