"""R39: days and times, on servers whose own clocks stand elsewhere.

Cases run in this process under three zones (TZ), then against servers started under them.
"""

import datetime as dt
import os
import re
import time
from unittest.mock import patch

from django.apps import apps
from django.db import models
from icalendar import Calendar

from committee.local_time import in_words, moment_of, moments
from committee.refusals import Refused
from meetings import actions
from meetings.calendar import calendar_of
from meetings.models import MinutesVersion
from meetings.on_the_clock import publish_minutes
from meetings.review import why_no_more_suggestions
from tests.factories import MeetingFactory
from tests.reliability.minuted import Staff, a_draft, approved
from tests.reliability.result import Result

TARGET = 100
WHAT = "cases of days and times right, in UTC, London and Kiritimati"
ZONES = ["UTC", "Europe/London", "Pacific/Kiritimati"]
ABSENT, TWICE, LEAP = dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2028, 2, 29)
HALF_PAST_ONE = dt.time(1, 30)
OPEN_SINCE = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def utc(*parts) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)


def run(site, size):
    staff = Staff.appointed()
    cases = []
    for zone in ZONES:
        _stand_in(zone)
        cases += [(f"{zone}: {name}", case()) for name, case in _cases(staff)]
    _stand_in("Europe/London")
    for zone in ZONES if size == "full" else ZONES[2:]:
        site.stop_web()
        site.start_web(TZ=zone)
        asked = [*_asked(site, staff), *_days_asked(site, staff)]
        cases += [(f"server in {zone}: {name}", right) for name, right in asked]
    cases += list(_stored())
    wrong = [name for name, right in cases if not right]
    what = f"{WHAT}; wrong: {', '.join(wrong)}" if wrong else WHAT
    return Result(len(cases) - len(wrong), len(cases), what, ok=not wrong and len(cases) >= 40)


def _stand_in(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


# --- in this process


def _cases(staff):
    """(name, function that says whether it is right); frozen at the moments that matter."""
    yield (
        "an hour in winter",
        lambda: moments(dt.date(2026, 1, 9), dt.time(9)) == [utc(2026, 1, 9, 9)],
    )
    yield (
        "an hour in summer",
        lambda: moments(dt.date(2026, 7, 9), dt.time(9)) == [utc(2026, 7, 9, 8)],
    )
    yield "01:30 left out", lambda: moments(ABSENT, HALF_PAST_ONE) == []
    yield "01:30 left out is refused", lambda: _refused(ABSENT, "There is no 01:30")
    yield (
        "the minute before it",
        lambda: moments(ABSENT, dt.time(0, 59)) == [utc(2026, 3, 29, 0, 59)],
    )
    yield "the minute after it", lambda: moments(ABSENT, dt.time(2)) == [utc(2026, 3, 29, 1)]
    yield "01:30 twice", lambda: moments(TWICE, HALF_PAST_ONE) == [
        utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30)
    ]  # fmt: skip
    yield "01:30 twice is asked about", lambda: _refused(TWICE, "comes twice")
    yield (
        "both are told apart",
        lambda: (
            {in_words(one) for one in moments(TWICE, HALF_PAST_ONE)} == {"25 October 2026 at 01:30"}
        ),
    )
    yield "a leap day", lambda: moments(LEAP, dt.time(23, 59)) == [utc(2028, 2, 29, 23, 59)]
    yield "23:59 of the last day", lambda: _takes(utc(2026, 7, 1, 22, 59))
    yield "00:00 of the day after", lambda: not _takes(utc(2026, 7, 1, 23))
    yield "23:59 in winter", lambda: _takes(utc(2026, 12, 1, 23, 59), dt.date(2026, 12, 1))
    yield "the day summer time ends", lambda: _takes(utc(2026, 10, 25, 23, 59), TWICE)
    yield "embargo in the repeated hour, first", lambda: _embargo(staff, 0)
    yield "embargo in the repeated hour, second", lambda: _embargo(staff, 1)
    yield "calendar file, winter", lambda: _hour_of(dt.date(2026, 3, 28)) == 0
    yield "calendar file, the day summer time begins", lambda: _hour_of(ABSENT) == 1
    yield "calendar file, summer", lambda: _hour_of(dt.date(2026, 10, 24)) == 1
    yield "calendar file, the day it ends", lambda: _hour_of(TWICE) == 0
    yield "calendar file, leap day", lambda: _hour_of(LEAP) == 0


def _refused(day, words) -> bool:
    try:
        moment_of(day, HALF_PAST_ONE)
    except Refused as refusal:
        return words in str(refusal)
    return False


def _takes(moment, last=dt.date(2026, 7, 1)) -> bool:
    """Whether suggestions to a draft are still taken at ``moment``, ``last`` being their day."""
    version = MinutesVersion(state="issued", suggestions_until=last)
    with at(moment):
        return why_no_more_suggestions(version) is None


def _embargo(staff, which) -> bool:
    """Published at its moment and not in the other hour of the same name, nor a minute before."""
    moment = moments(TWICE, HALF_PAST_ONE)[which]
    version = approved(staff, next_day())
    actions.schedule_publication(
        version, by=staff.secretary, publish_at=moment, at=utc(2026, 10, 20)
    )
    seen = []
    for now in (moment - 60 * MINUTE, moment - MINUTE, moment):
        with at(now):
            publish_minutes(now)
        version.refresh_from_db()
        seen.append(version.is_published)
    return seen == [False, False, True] and version.published_at == moment


def _hour_of(day) -> int:
    """How far ahead of UTC a meeting at 10:00 on ``day`` is, by the rules in its own file."""
    meeting = MeetingFactory(on=day, slug=f"ics-{next(NUMBERS)}", starts_at=dt.time(10))
    calendar = Calendar.from_ical(calendar_of(meeting))
    zone = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    start = calendar.walk("VEVENT")[0]["DTSTART"]
    assert start.params["TZID"] == "Europe/London"
    return start.dt.replace(tzinfo=zone).utcoffset().seconds // 3600


def at(moment):
    return patch("django.utils.timezone.now", lambda: moment)


def _numbers():
    number = 0
    while True:
        number += 1
        yield number


NUMBERS = _numbers()


def next_day() -> dt.date:
    return dt.date(2024, 1, 1) + dt.timedelta(days=next(NUMBERS))


# --- against a server


def _asked(site, staff):
    """(name, whether it is right) of times typed into the page for scheduling."""
    secretary = site.visitor(staff.secretary)
    version = approved(staff, next_day())
    page = f"/meetings/{version.meeting.slug}/versions/1/schedule/"

    def typed(day, clock, which=""):
        answer = secretary.post(page, day=day, time=clock, which=which)
        version.refresh_from_db()
        return answer, version.publish_at

    answer, stored = typed("2097-03-31", "01:30")
    yield "a time left out", "There is no 01:30" in answer.text and stored is None
    answer, stored = typed("2097-10-27", "01:30")
    yield "a time that comes twice", "Which of the two?" in answer.text and stored is None
    for which, hour in ((0, 0), (1, 1)):
        answer, stored = typed("2097-10-27", "01:30", str(which))
        yield f"which of the two ({which})", stored == utc(2097, 10, 27, hour, 30)
    answer, stored = typed("2097-07-01", "09:00")
    yield "summer", stored == utc(2097, 7, 1, 8)
    shown = secretary.get(f"/meetings/{version.meeting.slug}/versions/").text
    yield "it is shown as typed", bool(re.search(r"1 July 2097, 09:00</b> \(BST\)", shown))


def _days_asked(site, staff):
    """(name, whether it is right) of days typed, and of a file that is downloaded."""
    secretary = site.visitor(staff.secretary)
    draft = a_draft(staff, next_day(), called_at=OPEN_SINCE)
    today = dt.datetime.now(dt.UTC).date()
    issue = f"/meetings/{draft.meeting.slug}/versions/1/issue/"
    secretary.post(issue, suggestions_until=(today - dt.timedelta(days=2)).isoformat())
    draft.refresh_from_db()
    yield "a last day that has passed", draft.suggestions_until is None
    secretary.post(issue, suggestions_until=(today + dt.timedelta(days=1)).isoformat())
    draft.refresh_from_db()
    yield "a last day to come", draft.suggestions_until == today + dt.timedelta(days=1)
    file = secretary.get(f"/meetings/{draft.meeting.slug}/meeting.ics")
    yield "a calendar file", file.status == 200 and "BEGIN:VEVENT" in file.text


# --- what is stored


def _stored():
    """Each column of moments that holds any: whether every one is aware, and in UTC."""
    for app in ("committee", "proposals", "meetings"):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.get_fields():
                if isinstance(field, models.DateTimeField):
                    values = model.objects.exclude(**{field.name: None})
                    found = list(values.values_list(field.name, flat=True)[:500])
                    if found:
                        right = all(one.utcoffset() == dt.timedelta(0) for one in found)
                        yield f"stored {model._meta.label}.{field.name}", right
