"""Let the whole story happen, act by act, in order of time."""

import datetime as dt

from django.utils import timezone

from committee.audit import act
from meetings.demo.asking import Asking
from meetings.demo.cast import enter_everybody
from meetings.demo.follow_up import follow_up
from meetings.demo.meeting import Story
from meetings.demo.papers import Shelf, set_requirements
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
    events = [*shelf.events(), *Asking(shelf).events()]
    for name in MEETINGS:
        events += Story(read(name), cast=cast, shelf=shelf, actions=actions, now=now).events()
    for _, happen in sorted(events, key=lambda event: event[0]):
        happen()
    set_requirements(by=cast["ellery"], at=now)  # last: the papers of the past show less
    follow_up(by=cast["ellery"], now=now)
    return True
