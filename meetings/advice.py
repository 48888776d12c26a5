"""Advice as it is given in a meeting: where it stands, and when it goes again."""

from meetings.models import AdviceGiven, AgendaItem
from meetings.placing import GIVING
from proposals.models import Advice, Paper


def place_of_advice(item: AgendaItem) -> AgendaItem:
    """The item for advice or discussion that follows ``item``, or else ``item`` itself."""
    later = item.meeting.items.filter(position__gt=item.position, kind__in=GIVING)
    return later.order_by("position").first() or item


def give_advice(item: AgendaItem, papers: list[Paper], heading: str = "") -> Advice:
    """Begin the advice on ``papers``, heard under ``item``. Called inside an act."""
    meeting = item.meeting
    advice = Advice.objects.create(
        heading=(heading or "; ".join(str(paper) for paper in papers))[:255],
        occasion=f"{meeting.title or 'Meeting'}, {meeting.date_text}",
        given_on=meeting.on,
    )
    AdviceGiven.objects.create(
        meeting=meeting,
        item=place_of_advice(item),
        advice=advice,
        position=meeting.advice_given.count(),
    )
    return advice


def drop_if_empty(advice: Advice) -> None:
    """Remove advice that no longer covers a decision and says nothing."""
    if not advice.decisions.exists() and not advice.lines.exists():
        advice.given.delete()
        advice.delete()
