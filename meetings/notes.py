"""Private notes as their writer sees them, and when they are forgotten."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from committee.models import COMMITTEE_ROLES, Person, TermsOfReference
from meetings.interests import closed_to
from meetings.models import AgendaItem, Meeting, PrivateNote
from proposals.models import Paper


@dataclass
class Note:
    """What one page needs to show, or take, a note about one thing."""

    about: AgendaItem | Paper
    kept: PrivateNote | None = None
    typed: str | None = None  # what was typed while the note was changed in another window

    @property
    def key(self) -> str:
        return f"{self.about._meta.model_name}-{self.about.pk}"

    @property
    def kind(self) -> str:
        """What it is about, in a word: an item and its paper often have one title."""
        if isinstance(self.about, Paper):
            return self.about.stage_label or "Paper"
        return f"Item {self.about.number}" if self.about.number else "Item"

    @property
    def text(self) -> str:
        if self.typed is not None:
            return self.typed
        return self.kept.text if self.kept else ""

    @property
    def version(self) -> int:
        return self.kept.version if self.kept else 0


def notes_of(person, *, items=(), papers=()) -> dict:
    """By item and paper the note ``person`` has written about it, or an empty one."""
    own = PrivateNote.objects.visible_to(person)
    written = {f"agendaitem-{note.item_id}": note for note in own.filter(item__in=items)}
    written |= {f"paper-{note.paper_id}": note for note in own.filter(paper__in=papers)}
    notes = {about: Note(about) for about in (*items, *papers)}
    for note in notes.values():
        note.kept = written.get(note.key)
    return notes


def beside(item: AgendaItem | None, person) -> list[Note]:
    """For the room: the notes of ``person`` about ``item`` and its papers, or room for them."""
    if item is None or item.pk in closed_to(person).items:
        return []
    papers = Paper.objects.visible_to(person).filter(item_papers__item=item)
    return list(notes_of(person, items=[item], papers=papers.select_related("proposal")).values())


def own_notes(meeting: Meeting, person):
    """What ``person`` has noted about the items and papers of ``meeting``."""
    own = PrivateNote.objects.visible_to(person)
    about = Q(item__meeting=meeting) | Q(paper__item_papers__item__meeting=meeting)
    return own.filter(about).distinct().select_related("item", "paper__proposal")


def about_of(reading, key: str) -> AgendaItem | Paper | None:
    """What ``key`` names, if it is on the page that ``reading`` is and open to its reader."""
    shown = {}
    for item in reading.items:
        if not item.is_closed:
            shown[item.note.key] = item.item
        shown |= {one.note.key: one.paper for one in item.papers}
    return shown.get(key)


def forget_notes(now: dt.datetime) -> int:
    """Remove the notes that the terms keep no longer, and those of who left the committee.

    A note about a paper lasts as long as the last meeting that hears it. Where the terms do
    not say for how many days, it stays until its writer removes it or leaves.
    """
    today = timezone.localdate(now)
    sitting = Person.objects.holding(*COMMITTEE_ROLES, on=today)
    gone, _ = PrivateNote.objects.exclude(member__in=sitting).delete()
    over = [meeting.pk for meeting in Meeting.objects.exclude(on=None) if _is_past(meeting, today)]
    gone += PrivateNote.objects.filter(item__meeting__in=over).delete()[0]
    heard = defaultdict(set)
    about = PrivateNote.objects.exclude(paper=None)
    for paper, meeting in about.values_list("paper", "paper__meeting_papers__meeting"):
        heard[paper].add(meeting)
    past = [paper for paper, meetings in heard.items() if meetings <= set(over)]
    return gone + PrivateNote.objects.filter(paper__in=past).delete()[0]


def kept_days(meeting: Meeting) -> int | None:
    """For how many days after ``meeting`` the terms keep the notes on it, if they say so."""
    terms = meeting.terms or TermsOfReference.objects.for_meeting_on(meeting.on or dt.date.max)
    return terms.notes_kept_days if terms else None


def _is_past(meeting: Meeting, today: dt.date) -> bool:
    days = kept_days(meeting)
    return days is not None and meeting.on + dt.timedelta(days=days) < today
