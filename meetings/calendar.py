"""A meeting as a calendar file (.ics): public facts alone, and nobody's name in it.

The file is published, not an invitation to answer: it has no list of those invited. Its UID
stays and its SEQUENCE grows with each change, so that a calendar moves the entry it has.
"""

import datetime as dt
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone

from committee.models import Event as Act
from meetings.models import Meeting
from meetings.states import MeetingState

CHANGES = ["meetings.revise_meeting", "meetings.cancel_meeting"]
TOLD = ["meetings.call_meeting", *CHANGES]  # acts that anybody may know of


def calendar_of(meeting: Meeting) -> str:
    """The calendar file of ``meeting`` as it stands; a cancelled one takes the entry away."""
    is_cancelled = meeting.state == MeetingState.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", "-//Data Ethics Committee//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    if meeting.starts_at:
        zone = timezone.get_default_timezone_name()
        year = dt.date(meeting.on.year, 1, 1)  # the rules of this year and the next
        last = dt.date(meeting.on.year + 2, 1, 1)
        calendar.add_component(Timezone.from_tzid(zone, first_date=year, last_date=last))
    calendar.add_component(_event(meeting, is_cancelled=is_cancelled))
    return calendar.to_ical().decode()


def _event(meeting, *, is_cancelled: bool) -> Event:
    host = urlsplit(settings.SITE_URL).hostname
    acts = Act.objects.about(meeting).filter(act__in=TOLD)
    last = acts.first()
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}@{host}")
    event.add("sequence", acts.filter(act__in=CHANGES).count())
    event.add("dtstamp", last.at.astimezone(dt.UTC) if last else timezone.now())
    event.add("organizer", f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("summary", meeting.title or "Meeting of the committee")
    for name, at in _times(meeting):
        event.add(name, at)
    if meeting.venue:
        event.add("location", meeting.venue)
    event.add("url", f"{settings.SITE_URL}{meeting.get_absolute_url()}")
    return event


def _times(meeting):
    """When it begins and ends, on the committee's clock; a whole day where no time is set."""
    if not meeting.starts_at:
        yield "dtstart", meeting.on
        return
    zone = timezone.get_default_timezone()
    yield "dtstart", dt.datetime.combine(meeting.on, meeting.starts_at, zone)
    if meeting.ends_at:
        is_past_midnight = meeting.ends_at <= meeting.starts_at
        until = meeting.on + dt.timedelta(days=is_past_midnight)
        yield "dtend", dt.datetime.combine(until, meeting.ends_at, zone)
