"""The papers of a meeting: how they come to be heard, and which are still to be decided."""

from django.db.models import Q

from committee.audit import record
from committee.lifecycle import move
from committee.refusals import Refused
from meetings.models import AgendaItem, Meeting, Vote
from meetings.states import ItemState, MeetingState
from proposals.models import Paper
from proposals.states import PaperState


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


def papers_pending(meeting: Meeting):
    """Keys of papers on which a vote by correspondence is open, or counted and not recorded."""
    return votes_pending(meeting.votes.by_correspondence()).values("papers")


def votes_pending(votes):
    """Those of ``votes`` that are to have an outcome and have none yet."""
    return votes.open() | votes.awaiting_outcome()


def why_undecided(papers) -> str | None:
    """That nothing is decided on ``papers``, and what can be, if there are any."""
    names = "; ".join(f"“{paper}”" for paper in papers)
    if not names:
        return None
    return (
        f"No decision is recorded on {names}. Record one, or that the committee was not "
        "asked to advise, or that it is deferred."
    )


def check_undecided(meeting: Meeting, papers: list[Paper]) -> None:
    """Refuse unless every one of ``papers`` is before ``meeting``, submitted, and not decided."""
    if not papers:
        raise Refused("Choose at least one paper.")
    open_here = set(meeting.undecided_papers().values_list("pk", flat=True))
    here = Q(meeting_papers__meeting=meeting) | Q(item_papers__item__meeting=meeting)
    put = set(Paper.objects.filter(here).values_list("pk", flat=True))
    for paper in papers:
        if paper.pk not in put:
            raise Refused(f"“{paper}” is not before this meeting.")
        if paper.pk not in open_here and paper.state != PaperState.WITHDRAWN:
            raise Refused(f"“{paper}” is decided already.")
        if paper.state != PaperState.ACCEPTED:
            raise Refused(f"“{paper}” is {paper.get_state_display().lower()}.")
    voted_on = Paper.objects.filter(votes__in=Vote.objects.open(), pk__in=[p.pk for p in papers])
    if paper := voted_on.first():
        raise Refused(f"A vote on “{paper}” is open: close it first.")
    counted = Vote.objects.awaiting_outcome().filter(papers__in=papers)
    if vote := counted.first():
        raise Refused(f"The vote “{vote}” is closed: record its outcome, or void it.")


def why_before_us(paper: Paper) -> str | None:
    """Why ``paper`` cannot be taken back now: it is being heard or voted on. None: it can."""
    heard = paper.agenda_items.filter(meeting__state=MeetingState.UNDER_WAY)
    if heard.exclude(state=ItemState.DEFERRED).exists():
        return "The meeting has begun: ask the chair to defer the item in the room."
    if paper.votes.open().exists():
        return "The committee is voting on this paper: ask the secretariat to void the vote first."
    if paper.votes.awaiting_outcome().exists():
        return "The committee has voted on this paper: its outcome comes first."
    return None


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


def take_off(paper: Paper, *, by, to=None, at=None) -> list[str]:
    """Take ``paper`` off the agendas to come, but that of the meeting ``to``; say which these are.

    An item that is left without a paper is deferred, and printed so (settings.OFF_THE_AGENDA).

    Raises:
        Refused: the meeting has begun: then the room puts the item off.
    """
    heard = AgendaItem.objects.filter(papers=paper).select_related("meeting")
    if heard.filter(meeting__state=MeetingState.UNDER_WAY).exists():
        raise Refused("The meeting has begun: ask the chair to defer the item in the room.")
    waiting = heard.filter(meeting__state__in=[MeetingState.PLANNED, MeetingState.CALLED])
    left = []
    for item in waiting.exclude(meeting__slug=to.slug if to else ""):
        others = [one for one in item.papers.all() if one.pk != paper.pk]
        hear_papers(item, others)
        if not others and item.state == ItemState.WAITING:
            move(item, "defer_item", deferred_to=f"the meeting of {to.date_text}" if to else "")
        record("meetings.revise_item", item, by=by, at=at, papers=[one.pk for one in others])
        left.append(item.meeting.slug)
    return left
