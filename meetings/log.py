"""What the pages of the log show, fetched in a number of queries that does not grow."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Count

from committee.models import Event, LineKind
from committee.order import in_order
from meetings import outline
from meetings.models import ActionPoint, AgendaItem, Entry, Meeting
from meetings.presence import standing


class Log:
    """One meeting's items with their lines; with ``item``, the lines of that one alone."""

    def __init__(self, meeting: Meeting, item: AgendaItem | None = None):
        self.meeting = meeting
        items = meeting.items.annotate(line_count=Count("entries"))
        self.items = in_order(items.prefetch_related("papers__proposal"))
        for one in self.items:
            one.meeting = meeting
        self.item = next((one for one in self.items if item and one.pk == item.pk), None)
        self.lines = outline.numbered(self.item) if self.item else []
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
        return earlier.select_related("meeting").prefetch_related("updates__meeting")


def last_edit(entry: Entry) -> Event | None:
    """Who last changed the words of ``entry``, and when."""
    edits = Event.objects.filter(subject_type="meetings.entry", subject_id=str(entry.pk))
    return edits.filter(act="meetings.revise_entry").last()
