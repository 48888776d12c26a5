"""Which papers of a meeting are decided, and which still have to be."""

from committee.refusals import Refused
from meetings.models import Meeting, Vote
from proposals.models import Decision, Paper
from proposals.states import PaperState


def decisions_of(meeting: Meeting):
    """The decisions made at ``meeting``: those of the advice given there."""
    return Decision.objects.filter(advice__given__meeting=meeting)


def undecided_papers(meeting: Meeting):
    """Papers put to ``meeting`` that it has neither decided on nor deferred nor passed over."""
    put = Paper.objects.filter(meeting_papers__meeting=meeting)
    return put.exclude(decisions__in=decisions_of(meeting)).exclude(state=PaperState.WITHDRAWN)


def undecided(meeting: Meeting, papers: list[Paper]) -> None:
    """Refuse unless every one of ``papers`` is before ``meeting``, submitted, and not decided."""
    if not papers:
        raise Refused("Choose at least one paper.")
    open_here = set(undecided_papers(meeting).values_list("pk", flat=True))
    put = set(meeting.meeting_papers.values_list("paper", flat=True))
    for paper in papers:
        if paper.pk not in put:
            raise Refused(f"“{paper}” is not before this meeting.")
        if paper.pk not in open_here:
            raise Refused(f"“{paper}” is decided already.")
        if paper.state != PaperState.SUBMITTED:
            raise Refused(f"“{paper}” is {paper.get_state_display().lower()}.")
    voted_on = Paper.objects.filter(votes__in=Vote.objects.open(), pk__in=[p.pk for p in papers])
    if paper := voted_on.first():
        raise Refused(f"A vote on “{paper}” is open: close it first.")
    counted = Vote.objects.awaiting_outcome().filter(papers__in=papers)
    if vote := counted.first():
        raise Refused(f"The vote “{vote}” is closed: record its outcome, or void it.")
