import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.actions.place_item import place_item
from meetings.actions.revise_item import revise_item
from meetings.models import AgendaItem, ItemKind, Meeting
from proposals.actions import accept_paper
from proposals.models import Paper
from proposals.states import PaperState


@act
def place_paper(
    paper: Paper,
    *,
    by: Person,
    meeting: Meeting,
    item: AgendaItem | None = None,
    at: dt.datetime | None = None,
) -> AgendaItem:
    """Put a paper on an agenda, and accept it first if that is not done: one step for both.

    Args:
        item: beside the papers that are heard under it; None makes a new item.
    """
    paper.refresh_from_db()
    require(by, "meetings.place_paper", meeting)
    if paper.state == PaperState.SUBMITTED:
        accept_paper(paper, by=by, at=at)
    if paper.state != PaperState.ACCEPTED:
        raise Refused(f"This paper is {paper.get_state_display().lower()}.")
    if meeting.meeting_papers.filter(paper=paper).exists():
        raise Refused(f"“{paper}” is on the agenda of {meeting.date_text} already.")
    if item is None:
        placed = place_item(
            meeting, by=by, at=at, kind=ItemKind.PAPER, title=str(paper), papers=[paper]
        )
    else:
        held = [row.paper for row in item.item_papers.select_related("paper__proposal")]
        placed = revise_item(item, by=by, at=at, papers=[*held, paper])
    record("meetings.place_paper", placed, by=by, at=at, paper=paper.pk)
    return placed
