"""Which meetings papers can be meant for, and by when they are due (settings.COMING_MEETINGS)."""

import datetime as dt

from django.utils import timezone

from meetings.models import Meeting, Precision
from meetings.states import MeetingState
from proposals.deadlines import ComingMeeting


def coming() -> list[ComingMeeting]:
    """The meetings that have not begun, soonest first."""
    waiting = [MeetingState.PLANNED, MeetingState.CALLED]
    found = Meeting.objects.filter(
        on__gte=timezone.localdate(), state__in=waiting, precision=Precision.DAY
    )
    return [
        ComingMeeting(
            meeting.slug,
            meeting.date_text,
            meeting.on,
            _due(meeting),
            meeting.state == MeetingState.CALLED,
        )
        for meeting in found.select_related("terms").order_by("on", "pk")
    ]


def _due(meeting: Meeting) -> dt.date | None:
    days = meeting.terms and meeting.terms.paper_deadline_days
    return None if days is None else meeting.on - dt.timedelta(days=days)
