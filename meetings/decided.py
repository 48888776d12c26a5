"""Whether papers are still to be decided at a meeting."""

from django.db.models import Q

from committee.refusals import Refused
from meetings.models import Meeting, Vote
from proposals.models import Paper
from proposals.states import PaperState


def undecided(meeting: Meeting, papers: list[Paper]) -> None:
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
        if paper.state != PaperState.SUBMITTED:
            raise Refused(f"“{paper}” is {paper.get_state_display().lower()}.")
    voted_on = Paper.objects.filter(votes__in=Vote.objects.open(), pk__in=[p.pk for p in papers])
    if paper := voted_on.first():
        raise Refused(f"A vote on “{paper}” is open: close it first.")
    counted = Vote.objects.awaiting_outcome().filter(papers__in=papers)
    if vote := counted.first():
        raise Refused(f"The vote “{vote}” is closed: record its outcome, or void it.")
