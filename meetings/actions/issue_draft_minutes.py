import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from meetings.minutes import html_of, number_paragraphs, order_pdf, snapshot_of
from meetings.models import Meeting, MinutesVersion


@act
def issue_draft_minutes(
    version: MinutesVersion,
    *,
    by: Person,
    is_printed: bool = True,
    at: dt.datetime | None = None,
) -> MinutesVersion:
    """Number the paragraphs and fix the text that members read and the chair approves.

    A draft may be issued again after changes; ``is_printed`` also orders its PDF.
    """
    at = at or timezone.now()
    require(by, "meetings.issue_draft_minutes", version)
    meeting = Meeting.objects.get(pk=version.meeting_id)
    number_paragraphs(meeting)
    version.issued_at, version.issued_by = at, by
    snapshot = snapshot_of(meeting, version)
    draft = None
    if is_printed:
        draft = order_pdf(version, snapshot, key=f"draft-{at:%Y%m%dT%H%M%S%f}", by=by)
    move(
        version,
        "issue_draft_minutes",
        snapshot=snapshot,
        html=html_of(snapshot),
        draft_document=draft,
        issued_at=at,
        issued_by=by,
    )
    record("meetings.issue_draft_minutes", version, by=by, at=at)
    return version
