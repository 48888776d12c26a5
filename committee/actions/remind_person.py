import datetime as dt

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Mail, Person, Reminder, Rhythm
from committee.post import post


@act
def remind_person(person: Person, due: list, *, by: Person, at: dt.datetime) -> Mail | None:
    """Remind somebody, in one mail, of what is due and of which they were not told yet."""
    require(by, "committee.remind_person", person)
    today = timezone.localdate(at)
    told = set(Reminder.objects.filter(person=person).values_list("occasion", flat=True))
    new = [one for one in due if one.occasion(today) not in told]
    if not new or (person.reminders == Rhythm.WEEKLY and _told_this_week(person, today)):
        return None
    Reminder.objects.bulk_create(
        Reminder(person=person, occasion=one.occasion(today), day=today) for one in new
    )
    record("committee.remind_person", person, by=by, at=at, of=[one.key for one in new])
    return post(
        f"reminders-{person.pk}-{today}",
        to=person.email,
        subject=_subject(new, today),
        body=render_to_string("committee/letters/remind_person.txt", _words(person, new, today)),
    )


def _told_this_week(person: Person, today: dt.date) -> bool:
    monday = today - dt.timedelta(days=today.weekday())
    return Reminder.objects.filter(person=person, day__gte=monday).exists()


def _subject(new: list, today: dt.date) -> str:
    late = sum(one.on < today for one in new)
    parts = [f"{late} overdue"] if late else []
    parts += [f"{len(new) - late} due"] if len(new) > late else []
    return f"Reminder: {', '.join(parts)}"


def _words(person: Person, new: list, today: dt.date) -> dict:
    lines = [(one.in_words(today), settings.SITE_URL + one.url) for one in new]
    change = settings.SITE_URL + reverse("committee:choose_reminders")
    return {"person": person, "lines": lines, "change": change}
