"""What a pack says: the agenda in force and the papers under it, as JSON, for one set of readers.

Of what is closed to them it holds nothing but the item's place on the agenda. The files are
named by their SHA-256: the worker takes exactly these, whatever is attached or removed later.
"""

from django.db.models import prefetch_related_objects
from django.utils import timezone

from meetings.agenda_document import (
    heading_of,
    items_of,
    minutes_of,
    open_actions,
    row_of,
    row_of_action,
    row_of_point,
)
from meetings.falling_due import due_for_all
from meetings.interests import Closed
from meetings.models import Meeting
from proposals.kinds import BY_ENDING
from proposals.states import FileState, PaperState

TEMPLATE = "meetings/documents/pack.html"


def snapshot_of(meeting: Meeting, closed: Closed) -> dict:
    """Everything the pack says to those to whom ``closed`` is closed."""
    items = items_of(meeting)
    papers = {held.paper_id: held.paper for item in items for held in item.item_papers.all()}
    prefetch_related_objects(
        list(papers.values()), "files", "presenters", "proposal__submitting_body"
    )
    sheets = {}
    rows = [_item(item, closed, sheets) for item in items]
    return heading_of(meeting) | {
        "items": rows,
        "enclosures": list(sheets.values()),
        "leaves_out": any(row.get("closed") for row in rows),
        "actions": [
            row_of_action(action) for action in open_actions() if action.item_id not in closed.items
        ]
        + [row_of_point(asked) for asked in due_for_all(meeting)],
    }


def ordered_text() -> str:
    """The moment of the order, for the cover."""
    now = timezone.localtime()
    return f"{now.day} {now:%B %Y, %H:%M}"


def _item(item, closed: Closed, sheets: dict) -> dict:
    row = row_of(item)
    if "withheld" in row:
        return row
    if item.pk in closed.items:
        return row | {"ask": "", "lead": "", "papers": [], "closed": True}
    told = []
    for held in item.item_papers.all():
        paper = held.paper
        if paper.accepted_at is None or paper.pk in closed.papers:
            continue
        if paper.pk not in sheets:
            sheets[paper.pk] = _sheet(paper, item, is_first=not told)
        elif item.number:
            sheets[paper.pk]["items"] += f", {item.number}"
        told.append({"line": _line(paper, item), "sheet": sheets[paper.pk]["sheet"]})
    return row | {"papers": told + minutes_of(item)}


def _line(paper, item) -> str:
    words = [paper.reference or "", str(paper), paper.stage_label]
    return ", ".join(word for word in words if word and word != str(item)) or str(paper)


def _sheet(paper, item, *, is_first: bool) -> dict:
    """What stands on the title sheet of one paper, and the files behind it."""
    number = item.number or ""
    is_withdrawn = paper.state == PaperState.WITHDRAWN
    return {
        "sheet": f"paper-{paper.pk}",
        "begins": str(item) if is_first else "",
        "title": str(paper),
        "reference": paper.reference or "",
        "stage": paper.stage_label,
        "item": number,
        "items": number,
        "presenters": ", ".join(person.name for person in paper.presenters.all()),
        "body": str(paper.proposal.submitting_body or ""),
        "lead": paper.operational_lead,
        "withdrawn": is_withdrawn,
        "summary": [text for text in paper.summary.splitlines() if text.strip()],
        "files": [
            _file(file)
            for file in paper.files.all()
            if file.state != FileState.REFUSED and not is_withdrawn
        ],
    }


def _file(file) -> dict:
    """A file as the pack names it; what is not bound says why."""
    said = {"name": file.name, "sha256": file.sha256}
    if not file.is_ready:
        return said | {"fault": "it waits for the virus scan"}
    if file.media_type != BY_ENDING["pdf"].media_type:
        return said | {"fault": f"it is no PDF ({file.kind}) and is read on the web"}
    return said
