from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from committee.refusals import Refused
from meetings.letters import tell_committee
from meetings.models import Meeting
from meetings.slugs import free_slug
from meetings.states import MeetingState
from proposals.models import Paper


@act
def revise_meeting(meeting: Meeting, *, by: Person, **details) -> Meeting:
    """Change when or where a meeting is; once it is called, the committee is told.

    Args:
        details: ``on``, ``title``, ``starts_at``, ``ends_at``, ``venue``: those that are given.
    """
    meeting.refresh_from_db()
    require(by, "meetings.revise_meeting", meeting)
    changed = {name: new for name, new in details.items() if getattr(meeting, name) != new}
    if not changed:
        return meeting
    if "on" in changed:
        _redate(meeting, changed)
    Meeting.objects.filter(pk=meeting.pk).update(**changed)
    meeting.refresh_from_db()
    event = record("meetings.revise_meeting", meeting, by=by, changed=sorted(changed))
    if meeting.state == MeetingState.CALLED and set(changed) != {"title"}:
        tell_committee(meeting, "revise_meeting", mark=str(event.number))
    return meeting


def _redate(meeting, changed):
    if meeting.state == MeetingState.UNDER_WAY:
        raise Refused("The date of a meeting under way is today's.")
    changed["slug"] = free_slug(changed["on"], besides=meeting.pk)
    meant = Paper.objects.filter(wanted_meeting=meeting.slug)
    meant.update(wanted_meeting=changed["slug"])  # papers go with the meeting
    changed["terms"] = TermsOfReference.objects.for_meeting_on(changed["on"])
