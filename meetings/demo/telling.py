"""Let the whole story happen, act by act, in order of time."""

import datetime as dt

from django.utils import timezone

from committee.audit import act
from meetings.demo.cast import enter_everybody
from meetings.demo.meeting import Story
from meetings.demo.papers import Shelf
from meetings.demo.reading import MEETINGS, read
from meetings.models import Meeting


@act
def tell(*, now: dt.datetime | None = None) -> bool:
    """Load the demo, all of it or nothing; False where a meeting is in the database already."""
    if Meeting.objects.exists():
        return False
    now = now or timezone.now()
    cast = enter_everybody()
    shelf = Shelf(cast, today=timezone.localdate(now))
    actions = {}
    events = list(shelf.events())
    for name in MEETINGS:
        events += Story(read(name), cast=cast, shelf=shelf, actions=actions, now=now).events()
    for _, happen in sorted(events, key=lambda event: event[0]):
        happen()
    return True
