"""The room as one reader meets it: what is on, who is here, what is open for them to do.

All that changes while a meeting lasts is fetched here, once for each page, in a number of
queries that does not grow with the room.
"""

import datetime as dt
from functools import cached_property

from django.db.models import Prefetch
from django.utils import timezone

from committee.models import VOTING_ROLES, Person, Role
from committee.order import in_order
from meetings.agenda import Expected, expected, minutes_after, planned_minutes
from meetings.interests import closed_to
from meetings.models import AgendaItem, Interest, Meeting, Vote
from meetings.presence import Standing, appointments_on_the_day, count_of
from meetings.seats import Seat, seats_at
from meetings.states import ItemState, MeetingState
from proposals.models import Paper


class Room:
    """One meeting while it lasts, for ``reader``; ``chosen`` is the item they look at."""

    def __init__(self, meeting: Meeting, reader: Person, *, chosen=None, now: dt.datetime):
        self.meeting, self.reader, self.now = meeting, reader, now
        self.chosen = chosen

    # --- the agenda

    @cached_property
    def items(self) -> list[AgendaItem]:
        """The agenda in order, each with its times, its papers and its votes."""
        papers = Prefetch("papers", Paper.objects.select_related("proposal"))
        found = self.meeting.items.select_related("chaired_by").prefetch_related(papers)
        items = in_order(found)
        planned = planned_minutes(items, self.meeting.starts_at, self.meeting.ends_at)
        declared = any(one.member_id == self.reader.pk for one in self.interests)
        for item in items:
            item.meeting = self.meeting
            item.planned = planned[item.pk]
            item.minutes_on = int(item.elapsed(self.now).total_seconds() // 60)
            item.is_closed_to_reader = item.pk in self.closed
            item.room_votes = [one for one in self.votes_of(item) if not one.is_void]
            item.is_reader_free = not declared  # spares a question for each button
        begins = self._expected_of(items).begins if self.is_on else {}
        for item in items:
            item.begins = begins.get(item.pk)
        return items

    def votes_of(self, item: AgendaItem) -> list[Vote]:
        """The votes under ``item``, void ones too; none where it is closed to the reader."""
        if item.is_closed_to_reader:
            return []
        mine = [vote for vote in self.votes if vote.item_id == item.pk]
        for vote in mine:
            vote.meeting, vote.item = self.meeting, item
        return mine

    def _expected_of(self, items) -> Expected:
        planned = {one.pk: one.planned for one in items}
        spent = {one.pk: one.minutes_on for one in items}
        return expected(items, planned, spent, timezone.localtime(self.now).time())

    @property
    def is_on(self) -> bool:
        return self.meeting.state == MeetingState.UNDER_WAY

    @cached_property
    def on(self) -> AgendaItem | None:
        """The item the room is at."""
        return next((item for item in self.items if item.is_under_way), None)

    @cached_property
    def item(self) -> AgendaItem | None:
        """The item the reader looks at: chosen, or on, or next."""
        chosen = [one for one in self.items if one.pk == self.chosen]
        waiting = [one for one in self.items if one.state == ItemState.WAITING]
        return next(iter(chosen), self.on) or next(iter([*waiting, *self.items]), None)

    @property
    def heading(self) -> str:
        """What stands above the lines of the item that is looked at."""
        return f"{self.item.number} {self.item}" if self.item.number else str(self.item)

    @cached_property
    def waiting(self) -> list[AgendaItem]:
        """The items that wait: first those behind the one that is on, then all of them."""
        behind = self.items[self.items.index(self.on) + 1 :] if self.on else []
        return [one for one in [*behind, *self.items] if one.state == ItemState.WAITING]

    @property
    def next(self) -> AgendaItem | None:
        return next(iter(self.waiting), None)

    @property
    def called_back(self) -> AgendaItem | None:
        """The next item for which the reader is in the room."""
        return next((one for one in self.waiting if not one.is_closed_to_reader), None)

    @property
    def closes(self) -> dt.time:
        return self._expected_of(self.items).closes

    @property
    def minutes_early(self) -> int:
        return -(self.minutes_late or 0)

    @property
    def minutes_late(self) -> int | None:
        """By how much the close is expected after its time; less than nothing is early."""
        ends_at = self.meeting.ends_at
        return None if ends_at is None else minutes_after(self.closes, ends_at)

    # --- for those who come for some items

    @cached_property
    def own_papers(self) -> set[int]:
        """Papers of the meeting that the reader may read."""
        here = {paper.pk for item in self.items for paper in item.papers.all()}
        return set(
            Paper.objects.visible_to(self.reader).filter(pk__in=here).values_list("pk", flat=True)
        )

    @cached_property
    def own_items(self) -> list[AgendaItem]:
        """The items under which a paper of the reader is heard, or to which they are asked."""
        asked = self.own_seat.row.items.all() if self.own_seat and self.own_seat.row else []
        asked = {item.pk for item in asked}
        return [
            item
            for item in self.items
            if item.pk in asked or any(one.pk in self.own_papers for one in item.papers.all())
        ]

    @property
    def is_expected(self) -> bool:
        """Whether the reader comes for some item, or is on the list of who is here."""
        on_list = self.own_seat is not None and self.own_seat.is_here
        return on_list or bool(self.own_items)

    @property
    def called_now(self) -> bool:
        return self.on in self.own_items

    @property
    def called_next(self) -> AgendaItem | None:
        return next((item for item in self.own_items if item.state == ItemState.WAITING), None)

    # --- what is closed to the reader, and votes

    @property
    def closed(self) -> frozenset[int]:
        """Keys of the items for which the reader leaves the room."""
        return closed_to(self.reader).items

    @property
    def is_recused(self) -> bool:
        """Whether the reader waits outside while the item that is on is heard."""
        return bool(self.on and self.on.is_closed_to_reader)

    @cached_property
    def votes(self) -> list[Vote]:
        return list(self.meeting.votes.select_related("decision__outcome", "terms", "closed_by"))

    @cached_property
    def interests(self) -> list[Interest]:
        """What stands declared: mostly nothing, and then nobody need be asked what follows."""
        return list(self.meeting.interests.standing())

    @cached_property
    def ballots(self) -> list[Vote]:
        """Open votes in which the reader may cast a ballot, each with whether it is ``cast``."""
        if not self.reader.is_voting_member:
            return []
        waiting = [one for item in self.items for one in item.room_votes if one.is_open]
        mine = [vote for vote in waiting if vote.may_be_cast_by(self.reader)]
        for vote in mine:
            vote.cast = vote.ballots.filter(member=self.reader).exists()
        return mine

    # --- who is here

    @cached_property
    def barred(self) -> set[int]:
        """Members who do not vote on the item that is on; between items everybody counts."""
        if self.on is None or self.is_recused or not self.interests:
            return set()
        found = Interest.objects.in_item(self.on).barring_votes()
        return set(found.values_list("member", flat=True))

    @cached_property
    def seats(self) -> list[Seat]:
        return seats_at(self.meeting, self._appointed, self.barred)

    @cached_property
    def _appointed(self):
        return appointments_on_the_day(self.meeting)

    @cached_property
    def voters(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.votes]

    @cached_property
    def others(self) -> list[Seat]:
        """Those without a vote who are here or were; whoever else is in office stays out."""
        return [seat for seat in self.seats if not seat.votes]

    @cached_property
    def standing(self) -> Standing:
        here = {seat.person_id for seat in self.voters if seat.is_here}
        appointed = sum(one.role in VOTING_ROLES for one in self._appointed)
        return count_of(here, self.barred, appointed, self.meeting.terms)

    @cached_property
    def own_seat(self) -> Seat | None:
        return next((seat for seat in self.seats if seat.person_id == self.reader.pk), None)

    @property
    def others_here(self) -> int:
        return sum(seat.is_here for seat in self.others)

    @property
    def chair_id(self) -> int | None:
        return (self.on and self.on.chaired_by_id) or self.meeting.chaired_by_id

    @cached_property
    def chair_is_missing(self) -> bool:
        """Whether who should chair the item that is on is away, or has an interest in it."""
        if self.on is None or self.is_recused or self.chair_id is None:
            return False
        return not any(one.person_id == self.chair_id and one.pip == "here" for one in self.voters)

    @property
    def chair(self) -> str:
        """Who is in the chair for the item that is on."""
        if self.chair_is_missing:
            return ""
        return str((self.on and self.on.chaired_by) or self.meeting.chair_name or "")

    @property
    def leads(self) -> bool:
        """Whether the reader moves the meeting on."""
        in_charge = self.reader.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)
        return in_charge or self.reader.pk == self.meeting.chaired_by_id
