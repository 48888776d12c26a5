"""What happens at a time and not at somebody's word; settings.ON_THE_CLOCK names the functions."""

import datetime as dt
import logging

from committee.models import Person
from committee.refusals import Refused
from meetings import actions
from meetings.correspondence import remind_at
from meetings.models import MinutesVersion, Vote

log = logging.getLogger(__name__)


def publish_minutes(now: dt.datetime) -> None:
    """Publish the minutes whose time has come; one that cannot be does not keep others back."""
    for version in MinutesVersion.objects.due(now=now).select_related("meeting"):
        try:
            actions.publish_minutes(version, by=Person.objects.clock(), at=now)
        except Refused as refusal:  # taken back or published by hand in this very moment
            log.warning("Minutes %s were not published: %s", version.pk, refusal)


def end_votes(now: dt.datetime) -> None:
    """Remind those who have not voted by correspondence; close and count what has ended."""
    open_votes = Vote.objects.open().by_correspondence().select_related("meeting", "terms")
    for vote in open_votes:
        if vote.closes_at <= now:
            actions.close_vote(vote, by=Person.objects.clock(), at=now)
        elif vote.reminded_at is None and remind_at(vote) <= now:
            actions.remind_voters(vote, by=Person.objects.clock(), at=now)
