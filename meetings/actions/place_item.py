import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.order import in_order, reordered
from meetings.agenda import are_as_suggested, check_parent, settle
from meetings.models import AgendaItem, ItemKind, Meeting
from meetings.papers import hear_papers

LAST = {ItemKind.OTHER_BUSINESS, ItemKind.CLOSE}  # how every agenda ends


@act
def place_item(
    meeting: Meeting,
    *,
    by: Person,
    kind: str,
    papers=(),
    parent: AgendaItem | None = None,
    after: AgendaItem | None = None,
    at: dt.datetime | None = None,
    **details,
) -> AgendaItem:
    """Put an item on the agenda: before any other business and the close, or behind ``after``.

    Args:
        papers: what is heard under the item; each becomes a paper of the meeting.
        details: ``title``, ``number``, ``starts_at``, ``minutes``, ``lead``, ``restricted``,
            ``restricted_reason``. Without ``number`` it is suggested.
    """
    meeting.refresh_from_db()
    require(by, "meetings.place_item", meeting)
    ordered = in_order(meeting.items.all())
    renumber = "number" not in details and are_as_suggested(ordered)
    check_parent(None, parent, meeting)
    item = AgendaItem.objects.create(
        meeting=meeting, kind=kind, parent=parent, position=len(ordered), **details
    )
    hear_papers(item, papers)
    after = after or _last_before_close(ordered, parent)
    ordered = reordered([*ordered, item], item, parent=parent, after=after)
    settle(ordered, renumber=renumber)
    record(
        "meetings.place_item", item, by=by, at=at, kind=kind, papers=[paper.pk for paper in papers]
    )
    return item


def _last_before_close(ordered, parent):
    """The sibling behind which a new item goes when nobody says."""
    siblings = [item for item in ordered if item.parent_id == (parent and parent.pk)]
    while siblings and parent is None and siblings[-1].kind in LAST:
        siblings.pop()
    return siblings[-1] if siblings else None
