import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.minutes import html_of, is_same_text, order_pdf, snapshot_of
from meetings.models import Meeting, MinutesVersion
from proposals.actions import approve_advice


@act
def approve_minutes(
    version: MinutesVersion, *, by: Person, at: dt.datetime | None = None
) -> MinutesVersion:
    """Approve exactly the draft that was issued, and with it the advice given at the meeting.

    What has to be answered gets its number (R-64); nothing else of the text may differ.
    """
    at = at or timezone.now()
    require(by, "meetings.approve_minutes", version)
    move(version, "approve_minutes", approved_at=at, approved_by=by)
    meeting = Meeting.objects.get(pk=version.meeting_id)
    for given in meeting.advice_given.select_related("advice"):
        approve_advice(given.advice, by=by, at=at)
    snapshot = snapshot_of(meeting, version)
    if not is_same_text(snapshot, version.snapshot):
        raise Refused(
            "The minutes were changed after the draft was issued: issue it again, "
            "so that what is approved is what was read."
        )
    version.snapshot, version.html = snapshot, html_of(snapshot)
    version.document = order_pdf(version, snapshot, key="approved", by=by)
    version.save(update_fields=["snapshot", "html", "document"])
    record("meetings.approve_minutes", version, by=by, at=at)
    return version
