"""What the meeting itself makes of earlier points, where no advice on their proposals rules.

It is advice without a decision, under the update on actions: its rulings take force with the
minutes, like all others.
"""

from django.db.models import Q

from committee.closed import open_to
from meetings.models import AgendaItem, Meeting
from proposals.models import Advice, Recommendation
from proposals.states import AdviceState


def to_settle(meeting: Meeting, reader):
    """Points that stand and were asked before ``meeting``: it may close them or keep them open."""
    rows = Recommendation.objects.standing().exclude(line__advice__given__meeting=meeting)
    if meeting.on:
        rows = rows.filter(Q(asked_on=None) | Q(asked_on__lt=meeting.on))
    rows = open_to(rows, reader)
    return rows.select_related("line__advice", "replaced_by").order_by("kind", "number")


def settling(item: AgendaItem) -> Advice | None:
    """The advice, without a decision, that says what the meeting makes of earlier points."""
    found = Advice.objects.filter(given__item=item, state=AdviceState.DRAFTED, decisions=None)
    return found.first()


def ruled_elsewhere(asked: Recommendation, item: AgendaItem) -> Advice | None:
    """Other advice being written that rules on ``asked``, if some does."""
    own = settling(item)
    others = Advice.objects.filter(state=AdviceState.DRAFTED, rulings__recommendation=asked)
    return others.exclude(pk=own.pk if own else None).first()
