"""What the checks of votes share: browsers that cast, close and look on, all at once."""

import random
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from django.db import connections
from django.urls import reverse

from committee.models import Event
from meetings.models import Vote

CHOICES = ["A", "B", "C", "D", "E", "abstain"]
REASON = re.compile(
    r"This vote is closed|This vote is void|voting members|not an outcome|Choose an"
)


@dataclass
class Told:
    """What browsers were told: by whom, what was chosen, the answer, and how long it took."""

    accepted: list = field(default_factory=list)  # (member, choice)
    refused: list = field(default_factory=list)  # those that say why
    unclear: list = field(default_factory=list)  # errors, and refusals without a word
    unanswered: list = field(default_factory=list)  # (member, choice): the server was killed
    seconds: list = field(default_factory=list)

    def slowest(self) -> float:
        """The time within which 95 of 100 were answered."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)] if self.seconds else 0.0


def cast(browser, vote, member, choice, told: Told) -> bool:
    """Cast one ballot over HTTP and note what came of it."""
    began = time.monotonic()
    try:
        answer = browser.post(f"{vote.get_absolute_url()}ballot/", choice=choice, reason="")
    except OSError:
        told.unanswered.append((member.pk, choice))
        return False
    told.seconds.append(time.monotonic() - began)
    if answer.status == 302 and answer.headers["Location"].endswith("/ballot/"):
        told.accepted.append((member.pk, choice))
        return True
    is_clear = answer.status in {200, 403, 409} and REASON.search(answer.text)
    (told.refused if is_clear else told.unclear).append((answer.status, answer.text[:300]))
    return False


def close(browser, vote) -> str:
    """Close the vote over HTTP: "closed", "refused", "unanswered", or what went wrong."""
    try:
        answer = browser.post(f"{vote.get_absolute_url()}close/")
    except OSError:
        return "unanswered"
    if answer.status == 302:
        return "closed"
    return "refused" if answer.status == 409 and REASON.search(answer.text) else str(answer.status)


class Onlookers:
    """Browsers that keep the room open and ask what is new, as its pages do."""

    def __init__(self, browsers, vote, *, every: float = 2.0):
        self.browsers, self.every, self.errors, self.answers = browsers, every, [], 0
        self.page = reverse("meetings:ballots_in", args=[vote.meeting.slug, vote.pk])
        self.room = reverse("meetings:room_live", args=[vote.meeting.slug])
        self._end = threading.Event()
        self._threads = [threading.Thread(target=self._look, args=[one]) for one in browsers]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _look(self, browser):
        self._end.wait(random.random() * self.every)  # noqa: S311 -- not all at the same moment
        while not self._end.is_set():
            for page in (self.room, self.page):
                try:
                    status = browser.get(page).status
                except OSError:
                    continue
                self.answers += 1
                if status >= 500:
                    self.errors.append(f"{status} {page}")
            self._end.wait(self.every)


def at_once(*calls) -> list:
    """Do all of ``calls`` at the same moment; what each gave."""
    begin = threading.Barrier(len(calls))

    def do(call):
        begin.wait(30)
        try:
            return call()
        finally:
            connections.close_all()  # of this thread: PostgreSQL counts those left open

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(do, calls))


def wrong_with(vote: Vote, told: Told, *, closed: bool) -> list[str]:
    """What does not fit between what members were told and what stands in the ballot box."""
    vote = Vote.objects.get(pk=vote.pk)
    found = {one.member_id: one for one in vote.ballots.select_related("choice")}
    said = {}
    for member, choice in told.accepted:
        said.setdefault(member, set()).add(choice)
    maybe = {}
    for member, choice in told.unanswered:
        maybe.setdefault(member, set()).add(choice)
    wrong = [f"lost: {member}" for member in said if member not in found]
    wrong += [f"from nowhere: {one}" for one in found if one not in said and one not in maybe]
    wrong += [
        f"another choice than {member} made"
        for member, ballot in found.items()
        if _letter(ballot) not in said.get(member, set()) | maybe.get(member, set())
    ]
    if vote.ballots.count() != len(found):
        wrong.append("somebody has two ballots")
    events = Event.objects.about(vote)
    cast_events = events.filter(act="meetings.cast_ballot").count()
    if not len(told.accepted) <= cast_events <= len(told.accepted) + len(told.unanswered):
        wrong.append(f"{len(told.accepted)} accepted, {cast_events} on record")
    if closed:
        wrong += _wrong_with_result(vote, found, events)
    return wrong + [f"unclear: {one}" for one in told.unclear]


def _wrong_with_result(vote, found, events):
    wrong = []
    if events.filter(act="meetings.close_vote").count() != 1:
        wrong.append("not closed exactly once")
    if vote.count is not None and sum(vote.count.values()) != len(found):
        wrong.append(f"{len(found)} ballots, counted {vote.count}")
    last = events.filter(act="meetings.cast_ballot").order_by("-number").first()
    ended = events.filter(act="meetings.close_vote").first()
    if last and ended and last.number > ended.number:
        wrong.append("a ballot after the close")
    return wrong


def _letter(ballot) -> str:
    return ballot.choice.letter if ballot.choice else "abstain"
