"""Mails about a meeting: one to each who is concerned, with links and nothing confidential."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from committee.models import COMMITTEE_ROLES, Person
from committee.post import post
from meetings.calendar import calendar_of
from meetings.models import Meeting, MinutesVersion
from meetings.review import readers_of

SUBJECTS = {
    "announce_papers": "Meeting on {date}: agenda and papers are ready",
    "call_meeting": "Meeting on {date}: you are invited",
    "cancel_meeting": "Meeting on {date}: cancelled",
    "issue_draft_minutes": "Meeting on {date}: the draft minutes are there to read",
    "revise_meeting": "Meeting on {date}: date, time or place has changed",
}


def tell_committee(meeting: Meeting, act: str, *, mark: str = "") -> None:
    """Write one mail, with a calendar file, to each who sits with the committee on the day.

    ``mark`` tells two mails of one kind apart.
    """
    people = Person.objects.holding(*COMMITTEE_ROLES, on=meeting.on).filter(is_active=True)
    facts = {"page": _link("meetings:workspace", meeting)}
    _write(people, act, meeting, facts, mark=mark, calendar=calendar_of(meeting))


def tell_readers(version: MinutesVersion, *, mark: str, besides: Person) -> None:
    """Tell each who is to read a draft that it is there, ``besides`` whoever issued it."""
    meeting = version.meeting
    people = readers_of(meeting).exclude(pk=besides.pk)
    facts = {"page": _link("meetings:draft", meeting), "version": version}
    _write(people, "issue_draft_minutes", meeting, facts, mark=mark)


def _link(name: str, meeting: Meeting) -> str:
    return settings.SITE_URL + reverse(name, args=[meeting.slug])


def _write(people, act, meeting, facts, *, mark, calendar="") -> None:
    for person in people:
        words = facts | {"meeting": meeting, "person": person}
        post(
            f"{act}-{meeting.pk}{mark and f'-{mark}'}-{person.pk}",
            to=person.email,
            subject=SUBJECTS[act].format(date=meeting.date_text),
            body=render_to_string(f"meetings/letters/{act}.txt", words),
            calendar=calendar,
        )
