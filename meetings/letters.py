"""Mails about a meeting: one to each of the committee, with links and nothing confidential."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from committee.models import COMMITTEE_ROLES, Person
from committee.post import post
from meetings.models import Meeting

SUBJECTS = {
    "call_meeting": "Meeting on {date}: you are invited",
    "revise_meeting": "Meeting on {date}: date, time or place has changed",
    "cancel_meeting": "Meeting on {date}: cancelled",
}


def tell_committee(meeting: Meeting, act: str, *, mark: str = "") -> None:
    """Write one mail to each who sits with the committee on the day; ``mark`` tells two apart."""
    page = settings.SITE_URL + reverse("meetings:workspace", args=[meeting.slug])
    for person in Person.objects.holding(*COMMITTEE_ROLES, on=meeting.on).filter(is_active=True):
        words = {"meeting": meeting, "person": person, "page": page}
        post(
            f"{act}-{meeting.pk}{mark and f'-{mark}'}-{person.pk}",
            to=person.email,
            subject=SUBJECTS[act].format(date=meeting.date_text),
            body=render_to_string(f"meetings/letters/{act}.txt", words),
        )
