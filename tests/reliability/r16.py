"""R16: kill -9 of the web in the middle of saves, votes and publications.

Secretaries save lines, members vote, minutes are published, while every moment a process that
answers, or the whole server, is killed. What was acknowledged is there; what was not is either
there as a whole or not at all.
"""

import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event as Flag

from django.urls import reverse

from committee.audit import first_bad_event
from committee.models import Event
from meetings import actions
from meetings.models import Ballot, Entry, EntryVersion, LineOp, MinutesVersion
from proposals.models import PublishedOutcome
from tests.factories import EntryFactory, appoint
from tests.publishing import advised
from tests.reliability.result import Result
from tests.reliability.writer import Writer, op

TARGET = 200
WHAT = "kills of the web, after which nothing acknowledged was missing and nothing half done"
SIZES = {"small": (4, 5), "full": (TARGET, 10)}  # kills, and what is acknowledged between two
LETTERS, WRITERS, VOTERS, WHOLE_SERVER = "ABCDE", 3, 4, 20  # each 20th kill is of all of it


def run(site, size):
    kills, between = SIZES[size]
    story = _Story(site, publications=max(4, kills // 3))
    with ThreadPoolExecutor(WRITERS + VOTERS + 1) as threads:
        begun = [threads.submit(story.go_on, work) for work in story.works()]
        killed = _kill(site, story, kills, between)
        story.over.set()
        for one in begun:
            one.result()
    wrong = [*story.lines_wrong(), *story.history_wrong()]
    wrong += [*story.ballots_wrong(), *story.minutes_wrong()]
    if bad := first_bad_event():
        wrong.append(f"the record of acts is broken at {bad}")
    for one in wrong:
        sys.stderr.write(f"R16: {one}\n")
    saves, votes, published = (len(one) for one in (story.saved, story.cast, story.published))
    what = f"{WHAT}: {saves} saves, {votes} ballots, {published} publications acknowledged"
    enough = min(saves, votes, published) > 0 and saves + votes + published >= kills * between
    if wrong:
        what += f"; {len(wrong)} wrong"
    return Result(killed, kills, what, ok=not wrong and killed == kills and enough)


def _kill(site, story, kills, between) -> int:
    """Kill one process that answers after another, now and then the whole server."""
    killed, end = 0, time.monotonic() + 3_000
    while killed < kills and not story.over.is_set() and time.monotonic() < end:
        time.sleep(0.1)
        if story.acknowledged < (killed + 1) * between:
            continue
        if killed % WHOLE_SERVER == WHOLE_SERVER - 1:
            site.kill_web()
            site.start_web()
            killed += 1
            continue
        if workers := site.web_workers():
            with suppress(ProcessLookupError):
                os.kill(workers[killed % len(workers)], signal.SIGKILL)
                killed += 1
    return killed


class _Story:
    """What is sent, by whom, and what of it was acknowledged."""

    def __init__(self, site, *, publications):
        self.room, self.over = site.room(members=VOTERS), Flag()
        people = [self.room.secretary, *(appoint("secretariat") for _ in range(WRITERS - 1))]
        self.writers = [Writer(site.visitor(one), self.room.meeting) for one in people]
        self.voters = [(one, site.visitor(one)) for one in self.room.members]
        self.vote = self.room.open_vote()
        self.publisher = site.visitor(self.room.secretary)
        self.versions = [self._approved(site) for _ in range(publications)]
        self.saved, self.cast, self.tried, self.published = {}, [], {}, []

    def _approved(self, site):
        """Minutes with one outcome, waiting to be published."""
        room = site.room(members=1)
        EntryFactory(item=room.item)
        advised(room.item)
        actions.close_meeting(room.meeting, by=room.secretary)
        version = room.meeting.minutes.get()
        actions.issue_draft_minutes(version, by=room.secretary)
        return actions.approve_minutes(version, by=room.chair)

    def go_on(self, work):
        """Work until all is over; who cannot go on, ends it."""
        try:
            work()
        except Exception:
            self.over.set()
            raise

    def works(self):
        yield from (lambda writer=writer: self._write(writer) for writer in self.writers)
        yield from (lambda voter=voter: self._vote(*voter) for voter in self.voters)
        yield self._publish

    def _write(self, writer):
        """A new line, edited at once, again and again."""
        count = 0
        while not self.over.is_set():
            count += 1
            note = op("note", item=self.room.item.pk, text=f"{id(writer)}-{count}")
            more = op("revise", note["key"], follows=note["op"], text=f"{note['text']} and more")
            for one in (note, more):
                (told,) = writer.send(one)
                if told["outcome"] != "done":
                    raise AssertionError(told)
                self.saved[one["op"]] = one

    def _vote(self, member, visitor):
        there = reverse("meetings:cast_ballot", args=[self.room.meeting.slug, self.vote.pk])
        count = member.pk
        while not self.over.is_set():
            count += 1
            choice = LETTERS[count % len(LETTERS)]
            self.tried.setdefault(member.pk, []).append(choice)
            answer = self._ask(visitor, there, choice=choice, reason="Because")
            if answer is not None and answer.status == 302:
                self.cast.append((member.pk, choice))
                self.tried[member.pk] = [choice]

    def _publish(self):
        for version in self.versions:
            slug = version.meeting.slug
            there = reverse("meetings:publish_minutes", args=[slug, version.number])
            while not self.over.is_set():
                answer = self._ask(self.publisher, there)
                if answer is not None and answer.status in {302, 409, 403}:
                    self.published.append(version.pk)  # now, or by a request nobody answered
                    break
                time.sleep(0.05)
            self.over.wait(0.5)

    def _ask(self, visitor, there, **fields):
        """The answer, if the one who was asked lived to give it."""
        try:
            answer = visitor.post(there, **fields)
        except OSError:
            time.sleep(0.02)
            return None
        if answer.status >= 500:
            raise AssertionError(f"{there}: {answer.status}")
        return answer

    @property
    def acknowledged(self) -> int:
        return len(self.saved) + len(self.cast) + len(self.published)

    # --- afterwards

    def lines_wrong(self):
        entries = {str(one.key): one for one in Entry.objects.filter(item=self.room.item)}
        ops = {str(one.op): one for one in LineOp.objects.all()}
        facts = Event.objects.filter(act="meetings.note_entry").values_list("facts", flat=True)
        noted = [one["key"] for one in facts if one["item"] == self.room.item.pk]
        if sorted(noted) != sorted(entries):
            yield "lines and record of acts differ"
        for key, one in self.saved.items():
            entry = entries.get(one["key"])
            if entry is None or key not in ops or not entry.text.startswith(one.get("text", "")):
                yield f"{one} was acknowledged and is missing"
        for one in ops.values():
            if (entry := entries.get(str(one.key))) is None or one.version > entry.version:
                yield f"{one} is on record without its line"

    def history_wrong(self):
        known = EntryVersion.objects.filter(item=self.room.item)
        versions = set(known.values_list("key", "text"))
        if len(versions) != known.count():
            yield "a version of a line was written twice"
        for entry in Entry.objects.filter(item=self.room.item):
            if (entry.key, entry.text) not in versions or entry.version != 1 + (" " in entry.text):
                yield f"“{entry.text}” was half saved"

    def ballots_wrong(self):
        ballots = Ballot.objects.filter(vote=self.vote).select_related("choice")
        for ballot in ballots:
            tried = self.tried.get(ballot.member_id, [])
            if ballot.choice.letter not in tried:
                yield f"a ballot says {ballot.choice.letter}, not one of {tried}"
        if missing := {member for member, _ in self.cast} - {one.member_id for one in ballots}:
            yield f"ballots of {missing} were acknowledged and are missing"
        events = Event.objects.filter(act="meetings.cast_ballot", actor_id__in=list(self.tried))
        if events.count() < len(self.cast):
            yield "fewer ballots are on record than were acknowledged"

    def minutes_wrong(self):
        acts = Event.objects.filter(act="meetings.publish_minutes")
        published = {int(pk) for pk in acts.values_list("subject_id", flat=True)}
        if acts.count() != len(published):
            yield "minutes were published twice"
        for version in MinutesVersion.objects.filter(pk__in=[one.pk for one in self.versions]):
            slug = version.meeting.slug
            shown = PublishedOutcome.objects.filter(meeting_slug=slug).exists()
            stands = {version.state == "published", version.pk in published, shown}
            if len(stands) > 1 or (version.pk in self.published and stands == {False}):
                yield f"the minutes of {slug} are half published"
