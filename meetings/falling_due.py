"""What falls due at a meeting: it stands under its item "Update on actions" by itself.

A point is due by its day, at the "next meeting" after it was asked, or when its proposal comes
back; a proposal comes back by its day, at the next meeting, or with the paper that is heard.
"""

from django.db.models import Q

from committee.closed import open_to
from meetings.interests import closed_to_anybody
from meetings.models import Meeting
from meetings.states import MeetingState
from proposals.ledger import withheld_among
from proposals.models import ExpectedReturn, Paper, Recommendation

OVER = {MeetingState.CLOSED, MeetingState.CANCELLED}


def due_at(meeting: Meeting, reader) -> list[Recommendation]:
    """The points that ``meeting`` hears of, as far as ``reader`` may see them."""
    if meeting.on is None or meeting.state in OVER:
        return []
    before = Q(line__advice__given_on__lt=meeting.on) | Q(asked_on__lt=meeting.on)
    before |= Q(line=None, asked_on=None)
    next_meeting = Q(due__icontains="next meeting") & before
    returns = _returning(meeting)
    decisions = returns.exclude(decision=None).values("decision")
    with_return = Q(line__advice__decisions__in=decisions) & before
    found = Recommendation.objects.standing().filter(
        Q(due_on__lte=meeting.on) | next_meeting | with_return
    )
    rows = Recommendation.objects.filter(pk__in=found.order_by().values("pk"))
    rows = open_to(rows, reader).select_related("line__advice", "replaced_by")
    return list(rows.order_by("kind", "number"))


def due_for_all(meeting: Meeting) -> list[Recommendation]:
    """The same for a document that is one for all: nothing withheld, nothing closed to anybody."""
    closed, due = closed_to_anybody().papers, due_at(meeting, None)
    hidden = withheld_among(due)
    return [
        asked
        for asked in due
        if asked.pk not in hidden
        and closed.isdisjoint(asked.papers.values_list("pk", flat=True) if closed else ())
    ]


def returning_at(meeting: Meeting, reader) -> list[ExpectedReturn]:
    """Proposals that are to come back at ``meeting``, with the paper that came if one did."""
    if meeting.on is None or meeting.state in OVER:
        return []
    found = open_to(_returning(meeting), reader)
    return list(found.select_related("proposal", "met_by").order_by("due_on", "pk"))


def _returning(meeting: Meeting):
    in_force = Q(decision=None) | Q(decision__advice__approved_at__isnull=False)
    earlier = Q(decision=None) | Q(decision__advice__given_on__lt=meeting.on)
    awaited = Q(met_by=None) & (Q(due_on__lte=meeting.on) | Q(words__icontains="next meeting"))
    heard = Paper.objects.filter(meeting_papers__meeting=meeting)
    return ExpectedReturn.objects.filter(in_force & earlier & (awaited | Q(met_by__in=heard)))
