"""What an item needs to stand on an agenda: a proper parent, and papers of the meeting."""

from committee.refusals import Refused
from meetings.models import AgendaItem, Meeting


def check_parent(item: AgendaItem | None, parent: AgendaItem | None, meeting: Meeting) -> None:
    """Refuse a parent of another meeting, or one that would nest more than one level."""
    if parent is None:
        return
    if parent.meeting_id != meeting.pk:
        raise Refused("That item belongs to another meeting.")
    if parent.parent_id is not None or (item and parent.pk == item.pk):
        raise Refused("Items nest one level only: 3, then 3a.")
    if item and item.children.exists():
        raise Refused("This item has items of its own under it. Move those first.")


def hear_papers(item: AgendaItem, papers) -> None:
    """Make ``papers`` the papers of ``item``, in this order, and papers of its meeting."""
    wanted = [paper.pk for paper in papers]
    gone = item.item_papers.exclude(paper__in=wanted)
    left = list(gone.values_list("paper_id", flat=True))
    if item.votes.filter(papers__in=left).exists():
        raise Refused("A vote was taken on a paper of this item: it stays here.")
    gone.delete()
    for position, paper in enumerate(papers):
        item.item_papers.update_or_create(paper=paper, defaults={"position": position})
        _join(item.meeting, paper)
    unused = item.meeting.meeting_papers.filter(paper__in=left)
    unused.exclude(paper__item_papers__item__meeting=item.meeting).delete()


def _join(meeting, paper):
    """Make ``paper`` a paper of ``meeting``, under a key of its own."""
    if meeting.meeting_papers.filter(paper=paper).exists():
        return
    taken = set(meeting.meeting_papers.values_list("key", flat=True))
    base = key = paper.proposal.slug[:72]
    number = 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    meeting.meeting_papers.create(paper=paper, key=key, position=len(taken))
