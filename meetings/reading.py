"""The papers of a meeting in the order of its agenda, as one reader may read them."""

from dataclasses import dataclass, field

from django.db.models import Count

from committee.order import in_order
from meetings.interests import closed_to
from meetings.models import AgendaItem, ItemKind, Meeting
from meetings.notes import Note, notes_of
from proposals.models import AdvanceQuestion, Paper, PaperFile, PaperVersion, ReadingMark
from proposals.said import Said, said_in
from proposals.states import PaperState, QuestionState

FORMAL = {ItemKind.WELCOME, ItemKind.APOLOGIES, ItemKind.BREAK, ItemKind.CLOSE}


@dataclass
class PaperToRead:
    """One paper under an item: its files, and what the reader alone knows of it."""

    paper: Paper
    files: list[PaperFile]
    is_read: bool
    note: Note
    anchor: str = ""  # of its first place on the page; a paper may be heard under two items

    asked: int = 0  # questions in advance that the reader may read
    said_by_item: bool = False  # the item above has the same title, which is not said twice

    @property
    def is_withdrawn(self) -> bool:
        return self.paper.state == PaperState.WITHDRAWN


@dataclass
class ItemToRead:
    item: AgendaItem
    is_closed: bool  # to this reader, who has declared an interest
    note: Note
    papers: list[PaperToRead] = field(default_factory=list)

    @property
    def invites_note(self) -> bool:
        """Under papers notes are about these; what is mere form asks for none."""
        return bool(self.note.kept) or not (self.papers or self.item.kind in FORMAL)


@dataclass
class Reading:
    """What one page shows of it."""

    items: list[ItemToRead]

    @property
    def papers(self) -> list[PaperToRead]:
        """Each paper once, those that are still to be heard."""
        found = {one.paper.pk: one for item in reversed(self.items) for one in item.papers}
        told = [one for item in self.items for one in item.papers if found[one.paper.pk] is one]
        return [one for one in told if not one.is_withdrawn]

    @property
    def read(self) -> int:
        return sum(one.is_read for one in self.papers)

    @property
    def next_unread(self) -> PaperToRead | None:
        return next((one for one in self.papers if not one.is_read), None)


@dataclass
class PaperBeside:
    """One paper beside the lines of the minutes: its files, and the version that was accepted."""

    paper: Paper
    files: list[PaperFile]
    version: PaperVersion | None

    @property
    def said(self) -> list[Said]:
        """The sections in which it says something: ALGO-CARE first."""
        said = said_in(self.version) if self.version else []
        told = [one for one in said if one.text.strip()]
        return sorted(told, key=lambda one: not one.is_algo_care)


def papers_beside(item: AgendaItem, person) -> list[PaperBeside]:
    """The papers of ``item`` that ``person`` may read, with what each says (three queries)."""
    papers = Paper.objects.visible_to(person).filter(item_papers__item=item)
    papers = papers.select_related("proposal").prefetch_related("files")
    papers = list(papers.order_by("item_papers__position", "item_papers__pk"))
    versions = PaperVersion.objects.accepted().filter(paper__in=papers)
    versions = {version.paper_id: version for version in versions}
    return [
        PaperBeside(
            paper, [file for file in paper.files.all() if file.is_ready], versions.get(paper.pk)
        )
        for paper in papers
    ]


def reading_of(meeting: Meeting, person) -> Reading:
    """Items, papers, files, marks and notes; of what is closed to ``person`` the item alone."""
    items = in_order(meeting.items.prefetch_related("item_papers"))
    keys = {held.paper_id for item in items for held in item.item_papers.all()}
    papers = Paper.objects.visible_to(person).filter(pk__in=keys)
    papers = papers.select_related("proposal__submitting_body")
    papers = papers.prefetch_related("files", "presenters").in_bulk()
    marks = ReadingMark.objects.filter(member=person, paper__in=keys)
    marked = set(marks.values_list("paper", flat=True))
    asked = _asked_of(keys, person)
    notes = notes_of(person, items=items, papers=papers.values())
    closed = closed_to(person).items
    found = []
    for item in items:
        told = ItemToRead(item, item.pk in closed, notes[item])
        for held in () if told.is_closed else item.item_papers.all():
            if paper := papers.get(held.paper_id):
                anchor = f"paper-{item.pk}-{paper.pk}"
                files = [file for file in paper.files.all() if file.is_ready]
                is_read = paper.pk in marked
                same = bool(paper.reference) and str(paper) == str(item)
                more = {"asked": asked.get(paper.pk, 0), "said_by_item": same}
                told.papers.append(PaperToRead(paper, files, is_read, notes[paper], anchor, **more))
        found.append(told)
    return Reading(found)


def _asked_of(papers, person) -> dict[int, int]:
    """How many questions in advance ``person`` may read, by paper."""
    found = AdvanceQuestion.objects.visible_to(person).filter(paper__in=papers)
    found = found.exclude(state=QuestionState.WITHDRAWN).order_by()
    return dict(found.values_list("paper").annotate(Count("pk")))
