import datetime as dt

from django.conf import settings
from django.utils.module_loading import import_string

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.deadlines import coming_meetings, is_late
from proposals.models import Paper
from proposals.notices import tell_secretariat


@act
def defer_paper(
    paper: Paper, *, by: Person, to: str, reason: str = "", at: dt.datetime | None = None
) -> Paper:
    """Put a paper off to another meeting: off every agenda to come but that one.

    ``to`` is the short name of a meeting to come, or nothing: a later one, not known yet.
    """
    paper.refresh_from_db()
    require(by, "proposals.defer_paper", paper)
    meeting = next((one for one in coming_meetings() if one.slug == to), None)
    if to and meeting is None:
        raise Refused("That meeting is not in the diary any more. Choose another.")
    if to and to == paper.wanted_meeting:
        raise Refused("The paper is meant for that meeting already.")
    left = import_string(settings.OFF_THE_AGENDA)(paper, by=by, to=meeting, at=at)
    paper.wanted_meeting = to
    paper.is_late = bool(paper.submitted_at) and is_late(meeting, paper.submitted_at)
    paper.save(update_fields=["wanted_meeting", "is_late"])
    event = record("proposals.defer_paper", paper, by=by, at=at, to=to, reason=reason, left=left)
    if paper.submitted_at:
        tell_secretariat(paper, event, besides=by)
    return paper
