"""Advice as it is given in a meeting: where it stands, and when it goes again."""

from committee.models import Event
from committee.refusals import Refused
from meetings.models import AdviceGiven, AgendaItem, ItemKind, Meeting
from meetings.placing import GIVING
from proposals.models import Advice, Decision, Paper


def place_of_advice(item: AgendaItem) -> AgendaItem:
    """The item for advice or discussion that follows ``item``, or else ``item`` itself.

    A discussion put in on the day is about what came up: no advice on papers goes there.
    """
    later = item.meeting.items.filter(position__gt=item.position, kind__in=GIVING)
    came_up = _put_in_on_the_day(item.meeting)
    later = later.exclude(pk__in=came_up, kind=ItemKind.DISCUSSION)
    return later.order_by("position").first() or item


def _put_in_on_the_day(meeting: Meeting) -> list[int]:
    """Keys of the items placed since ``meeting`` began."""
    if meeting.started_at is None:
        return []
    keys = [str(pk) for pk in meeting.items.values_list("pk", flat=True)]
    placed = Event.objects.filter(act="meetings.place_item", at__gt=meeting.started_at)
    placed = placed.filter(subject_type=AgendaItem._meta.label_lower, subject_id__in=keys)
    return [int(key) for key in placed.values_list("subject_id", flat=True)]


def give_advice(item: AgendaItem, papers: list[Paper], heading: str = "") -> Advice:
    """Begin the advice on ``papers``, heard under ``item``. Called inside an act."""
    heading = heading or "; ".join(str(paper) for paper in papers)
    return begin_advice(place_of_advice(item), heading)


def begin_advice(item: AgendaItem, heading: str) -> Advice:
    """Begin advice that stands under ``item`` itself. Called inside an act."""
    meeting = item.meeting
    advice = Advice.objects.create(
        heading=heading[:255],
        occasion=f"{meeting.title or 'Meeting'}, {meeting.date_text}",
        given_on=meeting.on,
    )
    AdviceGiven.objects.create(
        meeting=meeting,
        item=item,
        advice=advice,
        position=meeting.advice_given.count(),
    )
    return advice


def still_on_record(decision: Decision) -> Decision:
    """``decision`` as it stands now, unless somebody has withdrawn it meanwhile."""
    try:
        decision.refresh_from_db()
    except Decision.DoesNotExist:
        raise Refused("This outcome was withdrawn already.") from None
    return decision


def drop_if_empty(advice: Advice) -> None:
    """Remove advice that no longer covers a decision and says nothing of its own.

    What it made of earlier points goes with it: that was never in force.
    """
    if not advice.decisions.exists() and not advice.lines.exists():
        advice.rulings.all().delete()
        advice.given.delete()
        advice.delete()
