"""What follows a meeting: letters of advice, and minutes through all their states."""

from functools import partial

from meetings import actions
from meetings.demo.reading import moment
from meetings.demo.ruling import responses
from meetings.models import Entry
from proposals import actions as letters
from proposals.models import Advice, AdviceLetter


class Afterwards:
    """Letters and minutes of one meeting, at the days the story gives."""

    def __init__(self, story):
        self.story, self.told = story, story.told
        self.secretary, self.chair = story.secretary, story.chair

    def events(self):
        yield from self._letters()
        yield from self._minutes(self.told.get("minutes", {}))

    def _letters(self):
        told = self.told.get("letters", {})
        if "drafted" in told:
            yield from self._letter_events(told, paper=None)
            return
        for paper, days in told.items():
            yield from self._letter_events(days, paper=paper)

    def _letter_events(self, days, *, paper):
        for state, act, person in [
            ("drafted", self._draft, self.secretary),
            ("approved", self._approve, self.chair),
            ("sent", self._send, self.secretary),
        ]:
            if state in days:
                at = moment(days[state], 11)
                yield at, partial(self._each, act, paper, by=person, at=at)
        if "sent" in days:
            yield responses(partial(self._sent, paper), days, by=self.secretary)

    def _each(self, act, paper, *, by, at):
        given = Advice.objects.filter(given__meeting=self.story.meeting, lines__isnull=False)
        if paper:
            given = given.filter(decisions__papers=self.story.shelf[paper])
        for advice in given.distinct().order_by("pk"):
            act(advice, by=by, at=at)

    def _sent(self, paper):
        letters = AdviceLetter.objects.filter(advice__given__meeting=self.story.meeting)
        if paper:
            letters = letters.filter(advice__decisions__papers=self.story.shelf[paper])
        return letters.filter(sent_at__isnull=False).distinct().order_by("pk")

    def _draft(self, advice, *, by, at):
        letters.draft_letter(advice, by=by, at=at)

    def _approve(self, advice, *, by, at):
        letters.approve_letter(advice.letter, by=by, at=at)

    def _send(self, advice, *, by, at):
        letters.send_letter(advice.letter, by=by, at=at)

    def _minutes(self, told):
        for state, act in [
            ("issued", self._issue),
            ("approved", self._sign),
            ("published", self._publish),
        ]:
            if state in told:
                at = moment(told[state], 15)
                yield at, partial(act, at=at)
        if "correction" in told:
            at = moment(told["correction"]["day"], 10)
            yield at, partial(self._correct, told["correction"], at=at)

    def _version(self):
        return self.story.meeting.minutes.order_by("-number").first()

    def _issue(self, *, at):
        waits = "approved" not in self.told["minutes"]  # nobody reads the others as drafts now
        actions.issue_draft_minutes(self._version(), by=self.secretary, at=at, is_circulated=waits)

    def _sign(self, *, at):
        actions.approve_minutes(self._version(), by=self.chair, at=at)

    def _publish(self, *, at):
        actions.publish_minutes(self._version(), by=self.secretary, at=at)

    def _correct(self, told, *, at):
        by = self.secretary
        actions.correct_minutes(self.story.meeting, by=by, at=at, change_note=told["note"])
        entry = Entry.objects.get(item__meeting=self.story.meeting, text__contains=told["was"])
        text = entry.text.replace(told["was"], told["becomes"])
        actions.revise_entry(entry, by=by, at=at, version=entry.version, text=text)
        self._issue(at=at)
        self._sign(at=at)
        self._publish(at=at)
