"""Votes by correspondence: who is told, when they are reminded, and when they end."""

import datetime as dt

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from committee.local_time import in_words
from committee.post import post
from meetings.models import Vote

DAY = dt.timedelta(days=1)
SUBJECTS = {
    "open_vote": "A vote by correspondence is open until {until}",
    "remind_voters": "Your ballot is not in yet: the vote ends on {until}",
}


def remind_at(vote: Vote) -> dt.datetime:
    """When those who have not voted are reminded: a day before the end, or half-way if later."""
    return vote.closes_at - min(DAY, (vote.closes_at - vote.opened_at) / 2)


def tell_voters(vote: Vote, act: str, voters) -> None:
    """Write one mail to each of ``voters``: a link to the ballot, and nothing confidential."""
    page = settings.SITE_URL + reverse("meetings:cast_ballot", args=[vote.meeting.slug, vote.pk])
    until = in_words(vote.closes_at)
    for person in voters:
        words = {"meeting": vote.meeting, "person": person, "page": page, "until": until}
        post(
            f"{act}-{vote.pk}-{person.pk}",
            to=person.email,
            subject=SUBJECTS[act].format(until=until),
            body=render_to_string(f"meetings/letters/{act}.txt", words),
        )
