"""Reminders by mail of what somebody has to do by a day: before it, on it, and weekly after.

Every app says what is due for one person by the functions that ``REMINDERS`` in the settings
names. They ask ``visible_to``, so that nobody is reminded of what they may not read. A mail
holds labels and addresses, never words of the case.
"""

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from committee import actions
from committee.models import Person, ReminderDay, Rhythm

log = logging.getLogger(__name__)
FROM_HOUR = 7  # in the morning, here
WEEK = 7


@dataclass(frozen=True)
class Due:
    """One thing to be done by a day: what it is called, and where it is done."""

    key: str  # proposals.recommendation-12
    label: str  # no word that is confidential
    url: str
    on: dt.date

    def stage(self, today: dt.date) -> str:
        """Which occasion ``today`` is: before, on, week-1, week-2 …; "" while it is far off."""
        days = (today - self.on).days
        if days < -settings.REMIND_DAYS_BEFORE:
            return ""
        if days < 0:
            return "before"
        return f"week-{days // WEEK}" if days >= WEEK else "on"

    def occasion(self, today: dt.date) -> str:
        """The name of that occasion: another day set for the thing makes it another."""
        return f"{self.key} of {self.on}: {self.stage(today)}"

    def in_words(self, today: dt.date) -> str:
        """R-12, recommendation: due on 3 November 2026, 5 days ago."""
        days = (today - self.on).days
        far = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days)
        far = far or (f"{days} days ago" if days > 0 else f"in {-days} days")
        return f"{self.label}: due on {self.on.day} {self.on:%B %Y}, {far}"


def remind(now: dt.datetime) -> None:
    """Once a day, from seven in the morning, remind everybody (settings.ON_THE_CLOCK)."""
    here = timezone.localtime(now)
    today = here.date()
    if here.hour < FROM_HOUR or ReminderDay.objects.filter(day=today).exists():
        return
    for person in people():
        try:
            remind_one(person, now=now, today=today)
        except Exception as error:  # the others must not wait until this is mended
            log.warning("%s was not reminded: %s", person, error, exc_info=error)
    ReminderDay.objects.get_or_create(day=today)


def people():
    """Those who can sign in and want to be reminded."""
    wanted = Person.objects.filter(is_active=True).exclude(reminders=Rhythm.NEVER)
    return wanted.order_by("pk")


def remind_one(person: Person, *, now: dt.datetime, today: dt.date) -> None:
    """Write the mail for ``person``, if there is an occasion of which they were not told."""
    if not person.roles_today:
        return
    if found := [one for one in due_for(person, today) if one.stage(today)]:
        by = Person.objects.clock()
        actions.remind_person(person, found, by=by, at=now)


def due_for(person: Person, today: dt.date) -> Iterable[Due]:
    """Everything ``person`` has to do by a day that is near or past, the earliest first."""
    last = today + dt.timedelta(days=settings.REMIND_DAYS_BEFORE)
    found = [due for name in settings.REMINDERS for due in import_string(name)(person, last)]
    return sorted(found, key=lambda due: (due.on, due.key))
