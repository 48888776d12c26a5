"""What follows when a document is made (settings.ON_READY)."""

from committee.authority import why_not
from committee.models import Document, Mail
from committee.states import DocumentState
from meetings import actions
from meetings.models import Pack
from meetings.states import MeetingState


def announce_papers(document: Document) -> None:
    """Tell the committee once that the papers are ready: when the packs of a called meeting are.

    Those who were told by hand are not told again; nor when a pack is made anew.
    """
    pack = Pack.objects.filter(document=document).select_related("meeting").first()
    if pack is None or pack.meeting.state != MeetingState.CALLED:
        return
    waiting = Document.objects.filter(pack__meeting=pack.meeting).exclude(
        state__in=[DocumentState.READY, DocumentState.FAILED]
    )
    told = Mail.objects.filter(key__startswith=f"announce_papers-{pack.meeting_id}-")
    if waiting.exists() or told.exists():
        return
    by = document.ordered_by
    if why_not(by, "meetings.announce_papers", pack.meeting) is None:
        actions.announce_papers(pack.meeting, by=by)
