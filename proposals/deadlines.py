"""The meetings a paper can be meant for, and until when it is to be handed in.

The meetings app knows them; it tells by the function that settings.COMING_MEETINGS names.
"""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from proposals.models import Paper


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting in the diary; ``due_on`` is None where its terms set no deadline."""

    slug: str
    date_text: str
    on: dt.date
    due_on: dt.date | None
    is_called: bool

    @property
    def days_left(self) -> int | None:
        return self.due_on and (self.due_on - timezone.localdate()).days


def coming_meetings() -> list[ComingMeeting]:
    """The meetings to come, soonest first."""
    return import_string(settings.COMING_MEETINGS)()


def meant_for(paper: Paper, coming: list[ComingMeeting] | None = None) -> ComingMeeting | None:
    """The meeting ``paper`` is meant for, as long as it is in the diary."""
    if not paper.wanted_meeting:
        return None
    found = coming_meetings() if coming is None else coming
    return next((one for one in found if one.slug == paper.wanted_meeting), None)


def is_late(meeting: ComingMeeting | None, at: dt.datetime) -> bool:
    """Whether ``at`` is past the last day on which papers for ``meeting`` are due."""
    return bool(meeting and meeting.due_on and timezone.localdate(at) > meeting.due_on)
