import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.letters import tell_readers
from meetings.minutes import html_of, number_paragraphs, order_pdf, snapshot_of
from meetings.models import Meeting, MinutesVersion


@act
def issue_draft_minutes(
    version: MinutesVersion,
    *,
    by: Person,
    suggestions_until: dt.date | None = None,
    is_circulated: bool = True,
    at: dt.datetime | None = None,
) -> MinutesVersion:
    """Number the paragraphs and fix the text that members read and the chair approves.

    A draft may be issued again after changes. Those who were present and the voting members
    are told each time, and can suggest corrections, up to the day ``suggestions_until``.

    Args:
        is_circulated: False where nobody is to read it on the way (a record published long
            ago): no PDF is made of the draft, and no mail sent.
    """
    at = at or timezone.now()
    if suggestions_until and suggestions_until < timezone.localdate(at):
        raise Refused("That day has passed. Choose today or a later day.")
    require(by, "meetings.issue_draft_minutes", version)
    number_paragraphs(Meeting.objects.get(pk=version.meeting_id))
    text = _text(version, by=by, at=at, is_printed=is_circulated)
    until = suggestions_until or version.suggestions_until
    move(version, "issue_draft_minutes", **text, suggestions_until=until)
    event = record("meetings.issue_draft_minutes", version, by=by, at=at)
    if is_circulated:
        tell_readers(version, mark=str(event.number), besides=by)
    return version


def _text(version, *, by, at, is_printed: bool) -> dict:
    """What the draft says, as it is kept: issued by whom and when is part of it."""
    version.issued_at, version.issued_by = at, by
    snapshot = snapshot_of(Meeting.objects.get(pk=version.meeting_id), version)
    key = f"draft-{at:%Y%m%dT%H%M%S%f}"
    return {
        "snapshot": snapshot,
        "html": html_of(snapshot),
        "draft_document": order_pdf(version, snapshot, key=key, by=by) if is_printed else None,
        "issued_at": at,
        "issued_by": by,
    }
