"""One meeting of the story: planned, held, minuted."""

import datetime as dt
from functools import partial

from django.utils import timezone

from meetings import actions
from meetings.demo.after import Afterwards
from meetings.demo.reading import clock, day, lines, moment
from meetings.demo.room import Room
from meetings.models import Capacity, ItemKind

STANDING = {
    ItemKind.WELCOME,
    ItemKind.APOLOGIES,
    ItemKind.DECLARATIONS,
    ItemKind.LAST_MINUTES,
    ItemKind.ACTIONS_UPDATE,
    ItemKind.OTHER_BUSINESS,
    ItemKind.CLOSE,
}


class Story:
    """One meeting as its file tells it. ``events`` says what happens when."""

    def __init__(self, told, *, cast, shelf, actions, now):
        self.told, self.cast, self.shelf, self.actions = told, cast, shelf, actions
        self.today = timezone.localdate(now)
        self.on = day(told["day"], today=self.today)
        self.secretary = cast["ellery"]
        self.chair = cast[told["chair"]]
        self.is_now = told["day"] == "today"
        self.starts_at, self.later = clock(told["start"]), dt.timedelta()
        if self.is_now:
            self._begin_before(timezone.localtime(now))
        self.meeting, self.items = None, []

    def _begin_before(self, now):
        """Have the meeting begin when what has happened in it is what would have by ``now``."""
        latest = now - dt.timedelta(minutes=92)
        rounded = latest.replace(minute=latest.minute // 5 * 5, second=0, microsecond=0)
        begun = max(moment(self.on, 0), rounded)
        self.later = begun - moment(self.on, self.starts_at)
        self.starts_at = begun.time()

    def at(self, said) -> dt.time | None:
        """A printed time of the agenda, moved as the meeting is."""
        at = clock(said)
        if at is None or not self.later:
            return at
        moved = moment(self.on, at) + self.later
        return moved.time() if moved.date() == self.on else None

    def events(self):
        planned = moment(min(self.on, self.today) - dt.timedelta(days=42), 10)
        agenda = moment(self.on - dt.timedelta(days=12), 15)
        yield planned, partial(self._plan, at=planned)
        if "called" in self.told:
            on = day(self.told["called"], today=self.today)
            called = moment(on, 17)
            agenda = agenda if self.is_now else called - dt.timedelta(hours=1)
            yield called, partial(self._call, at=called)
        if self.told["items"]:
            yield agenda, partial(self._set_agenda, at=agenda)
        if "present" in self.told:
            begun = moment(self.on, self.starts_at)
            yield begun, partial(self._hold, at=begun)
        yield from Afterwards(self).events()

    def _plan(self, *, at):
        self.meeting = actions.plan_meeting(
            by=self.secretary,
            at=at,
            on=self.on,
            title=self.told["title"],
            starts_at=self.starts_at,
            ends_at=self.at(self.told["end"]),
            venue=self.told["venue"],
        )

    def _call(self, *, at):
        self.meeting = actions.call_meeting(self.meeting, by=self.secretary, at=at)

    def _set_agenda(self, *, at):
        """Keep the standing items that the story has, and put the others between them."""
        by = self.secretary
        told = {item["kind"] for item in self.told["items"]}
        if ItemKind.LAST_MINUTES in told:
            told.add(ItemKind.ACTIONS_UPDATE)
        told |= {ItemKind.APOLOGIES, ItemKind.CLOSE}
        standing = {item.kind: item for item in self.meeting.items.all()}
        for kind in [*standing]:
            if kind not in told:
                actions.remove_item(standing.pop(kind), by=by, at=at)
        last = standing.get(ItemKind.ACTIONS_UPDATE) or standing[ItemKind.DECLARATIONS]
        for item in self.told["items"]:
            if item["kind"] in STANDING:
                placed = standing[item["kind"]]
                if "start" in item:
                    actions.revise_item(placed, by=by, at=at, starts_at=self.at(item["start"]))
            else:
                placed = last = self._place(item, after=last, at=at)
            self.items.append((item, placed))
        self.standing = standing

    def _place(self, item, *, after, at):
        return actions.place_item(
            self.meeting,
            by=self.secretary,
            at=at,
            kind=item["kind"],
            title=item["title"],
            starts_at=self.at(item.get("start")),
            lead=item.get("lead", []),
            papers=[self.shelf[key] for key in item.get("papers", [])],
            after=after,
        )

    def _hold(self, *, at):
        actions.start_meeting(self.meeting, by=self.secretary, at=at)
        self._seat(at=at)
        Room(self, at=at).minute()
        if not self.is_now:
            ended = moment(self.on, clock(self.told["end"]))
            actions.close_meeting(self.meeting, by=self.secretary, at=ended)

    def _seat(self, *, at):
        by, marks = self.secretary, {}
        remote, away = self.told.get("remote", []), self.told.get("apologies", [])
        for key in [*self.told["present"], *away, *self.told["attending"]]:
            mark = "remote" if key in remote else "present"
            marks[self.cast[key]] = "apologies" if key in away else mark
        actions.mark_attendance(self.meeting, by=by, at=at, marks=marks, chair=self.chair)
        for guest in self.told.get("guests", []):
            actions.add_guest(self.meeting, by=by, at=at, capacity=Capacity.OFFICER, **guest)

    def apologies(self) -> str:
        """The line under the item of apologies."""
        names = [self.cast[key].name for key in self.told.get("apologies", [])]
        if not names:
            return "There were no apologies."
        *first, last = names
        return f"Apologies were received from {', '.join(first)}{' and ' if first else ''}{last}."

    def said_under(self, item) -> list:
        return lines(item.get("said", ""))
