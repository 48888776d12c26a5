import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.actions.note_entry import note_entry
from meetings.last_minutes import item_for_minutes
from meetings.minutes import html_of, is_same_text, order_pdf, snapshot_of
from meetings.models import Meeting, MinutesVersion
from proposals.actions import approve_advice


@act
def approve_minutes(
    version: MinutesVersion,
    *,
    by: Person,
    meeting: Meeting | None = None,
    at: dt.datetime | None = None,
) -> MinutesVersion:
    """Approve exactly the draft that was issued, and with it the advice given at the meeting.

    What has to be answered gets its number (R-64); nothing else of the text may differ.

    Args:
        meeting: the later one that approves them, where one does: both minutes say so.
    """
    at = at or timezone.now()
    require(by, "meetings.approve_minutes", version)
    move(version, "approve_minutes", approved_at=at, approved_by=by, approved_in=meeting)
    if meeting is not None:
        _minute_it(version, meeting, at=at)
    return _fixed(version, by=by, at=at)


def _minute_it(version, meeting, *, at) -> None:
    """Say in the minutes of ``meeting``, under its item for that, what it approved."""
    item = item_for_minutes(meeting)
    if item is None or None in {meeting.on, version.meeting.on}:
        raise Refused("This meeting has no item for the minutes of the last one.")
    if meeting.on <= version.meeting.on:
        raise Refused("Minutes are approved at a later meeting than their own.")
    text = f"The minutes of the meeting {version.meeting.on_the} were approved."
    note_entry(item, by=Person.objects.clock(), text=text, at=at)


def _fixed(version, *, by, at) -> MinutesVersion:
    """``version`` with the text that stays, if it is the one that was issued."""
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
    here = {"meeting": version.approved_in.slug} if version.approved_in_id else {}
    record("meetings.approve_minutes", version, by=by, at=at, **here)
    return version
