"""Who moves records in and out, and versions of the minutes on."""

from django.utils import timezone

from committee.lifecycle import why_not_moved
from committee.models import Role
from meetings.approval import why_no_approver, why_unsettled
from meetings.review import undecided
from meetings.states import MinutesState
from proposals.models import Advice
from proposals.permissions import why_silent
from proposals.states import AdviceState


def _keeps_records(person, what: str) -> str | None:
    if person.is_authenticated and (person.is_clock or person.is_secretariat):
        return None
    return f"Only the secretariat {what}."


def load_record(person, _record) -> str | None:
    return _keeps_records(person, "loads records")


def export_record(person, _meeting) -> str | None:
    return _keeps_records(person, "takes out records: they hold what is not published")


def draft_minutes(person, meeting) -> str | None:
    in_charge = person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
    if not (in_charge or person.is_clock or person.pk == meeting.chaired_by_id):
        return "Only the chair, the vice chair and the secretariat begin minutes."
    if not meeting.is_closed:
        return "Minutes are begun when the meeting has closed."
    if meeting.minutes.exists():
        return "The minutes of this meeting are begun already."
    return None


def issue_draft_minutes(person, version) -> str | None:
    reason = _keeps_records(person, "issues draft minutes")
    return reason or why_not_moved(version, "issue_draft_minutes")


def approve_minutes(person, version) -> str | None:
    if not person.is_clock and (reason := why_no_approver(person, version.meeting)):
        return reason
    if version.state == MinutesState.DRAFTING:
        return "The draft has not been issued yet."
    reason = why_not_moved(version, "approve_minutes") or why_unsettled(version.meeting)
    reason = reason or _waiting(version)
    return reason or (None if person.is_clock else _silent(version))


def _silent(version) -> str | None:
    """That advice of the meeting says nothing of points that its papers answer, if so."""
    given = Advice.objects.filter(given__meeting=version.meeting_id, state=AdviceState.DRAFTED)
    return next(filter(None, map(why_silent, given)), None)


def _waiting(version) -> str | None:
    """That suggestions to the draft are not decided yet, if some are not."""
    waiting = undecided(version)
    if not waiting:
        return None
    those = "One suggestion is" if waiting == 1 else f"{waiting} suggestions are"
    return f"{those} not decided yet: the secretariat decides first."


def publish_minutes(person, version) -> str | None:
    if version.state in {MinutesState.DRAFTING, MinutesState.ISSUED}:
        return "The chair has not approved this version yet."
    reason = _keeps_records(person, "publishes minutes") or _too_soon(person, version)
    return reason or _alone(person, version) or why_not_moved(version, "publish_minutes")


def schedule_publication(person, version) -> str | None:
    return publish_minutes(person, version)


def unschedule_publication(person, version) -> str | None:
    if reason := _keeps_records(person, "publishes minutes"):
        return reason
    if version.state == MinutesState.PUBLISHED:
        return why_not_moved(version, "publish_minutes")
    return None if version.publish_at else "No time is set at which they are published."


def _too_soon(person, version) -> str | None:
    """Who pressed no button, the system, publishes at the time that was set and not before."""
    if person.is_clock and version.publish_at and version.publish_at > timezone.now():
        return "The time set for publishing has not come."
    return None


def _alone(person, version) -> str | None:
    """Where the terms ask for two, whoever approved does not publish as well."""
    terms = version.meeting.terms
    if person.is_clock or not (terms and terms.publication_needs_two):
        return None
    if person.pk == version.approved_by_id:
        return "You approved these minutes: the terms ask that somebody else publishes them."
    return None


def correct_minutes(person, meeting) -> str | None:
    states = set(meeting.minutes.values_list("state", flat=True))
    if states != {MinutesState.PUBLISHED}:
        return "Only published minutes are corrected; others can still be changed."
    return _keeps_records(person, "corrects minutes")
