import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.correspondence import tell_voters
from meetings.models import Vote


@act
def remind_voters(vote: Vote, *, by: Person, at: dt.datetime | None = None) -> Vote:
    """Remind, once, those who have not cast a ballot in a vote by correspondence."""
    require(by, "meetings.remind_voters", vote)
    at = at or timezone.now()
    waiting = Vote.objects.open().by_correspondence().filter(pk=vote.pk, reminded_at=None)
    if not waiting.update(reminded_at=at):
        raise Refused("This vote is not open by correspondence, or its reminder is sent.")
    vote.refresh_from_db()
    tell_voters(vote, "remind_voters", vote.awaited())
    record("meetings.remind_voters", vote, by=by, at=at)
    return vote
