"""What the pages of the log show, fetched in a number of queries that does not grow."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Count

from committee.closed import open_to
from committee.models import Event, LineKind
from committee.order import in_order
from meetings import outline
from meetings.falling_due import due_at, returning_at
from meetings.interests import papers_open_to
from meetings.models import ActionPoint, AgendaItem, Entry, Meeting
from meetings.presence import standing
from meetings.told_lines import with_points
from proposals.ledger_rows import rows_for


class Log:
    """One meeting's items with their lines; with ``item``, the lines of that one alone."""

    def __init__(self, meeting: Meeting, item: AgendaItem | None = None):
        self.meeting = meeting
        items = open_to(meeting.items.annotate(line_count=Count("entries")), meeting.reader)
        self.items = in_order(items.prefetch_related(papers_open_to(meeting.reader)))
        for one in self.items:
            one.meeting = meeting
        self.item = next((one for one in self.items if item and one.pk == item.pk), None)
        self.lines = with_points(outline.numbered(self.item)) if self.item else []
        self.count = sum(one.line_count for one in self.items)

    @property
    def sections(self):
        """Every item with its lines, for the overview."""
        lines = defaultdict(list)
        entries = Entry.objects.filter(item__meeting=self.meeting)
        for entry in entries.select_related("speaker_person"):
            lines[entry.item_id].append(entry)
        return [(one, outline.number(one, in_order(lines[one.pk]))) for one in self.items]

    @property
    def neighbours(self):
        """The items before and after this one, each None at the ends."""
        here = self.items.index(self.item)
        before = self.items[here - 1] if here else None
        after = self.items[here + 1] if here + 1 < len(self.items) else None
        return before, after

    @property
    def standing(self):
        return standing(self.meeting)

    @cached_property
    def actions(self):
        """The actions given under this item."""
        return list(ActionPoint.objects.filter(item=self.item).select_related("owner_person"))

    @cached_property
    def lines_to_follow(self) -> set[int]:
        """Lines that say what is to be done and are not among the actions yet."""
        noted = {action.text for action in self.actions}
        said = (line for line in self.lines if line.kind == LineKind.ACTION)
        return {line.pk for line in said if line.text not in noted}

    @property
    def earlier_actions(self):
        """What earlier meetings left open, for the item that hears of it."""
        earlier = ActionPoint.objects.open().exclude(meeting=self.meeting)
        if self.meeting.on:
            earlier = earlier.filter(meeting__on__lt=self.meeting.on)
        earlier = open_to(earlier, self.meeting.reader)
        return earlier.select_related("meeting").prefetch_related("updates__meeting")

    @cached_property
    def falling_due(self):
        """Points of the ledger that fall due at this meeting, each with its answer."""
        return rows_for(due_at(self.meeting, self.meeting.reader), self.meeting.reader)

    @cached_property
    def returning(self):
        """Proposals that are to come back at this meeting."""
        return returning_at(self.meeting, self.meeting.reader)


def last_edit(entry: Entry) -> Event | None:
    """Who last changed the words of ``entry``, and when."""
    edits = Event.objects.filter(subject_type="meetings.entry", subject_id=str(entry.pk))
    return edits.filter(act="meetings.revise_entry").last()
