"""Who declares interests, and who says what follows from them."""

from committee.lifecycle import as_it_stands
from committee.models import VOTING_ROLES, Role
from meetings.permissions.common import only_secretariat
from meetings.stages import why_not_minuted
from meetings.states import MeetingState


def declare_interest(person, meeting) -> str | None:
    if not person.is_authenticated or not person.holds(*VOTING_ROLES, Role.ADVISER):
        return "Only voting members and advisers declare interests."
    return _why_not_declared(meeting)


def record_interest(person, meeting) -> str | None:
    return only_secretariat(person) or _why_not_declared(meeting)


def rule_on_interest(person, interest) -> str | None:
    in_charge = person.is_authenticated and (
        person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
        or person.pk == interest.meeting.chaired_by_id
    )
    if not in_charge:
        return "Only the chair, the vice chair and the secretariat rule on interests."
    if person.pk == interest.member_id:
        return "Nobody rules on an interest of their own."
    return _why_settled(interest)


def withdraw_interest(person, interest) -> str | None:
    if person.is_authenticated and person.is_secretariat:
        return _why_settled(interest)
    if not person.is_authenticated or person.pk != interest.member_id:
        return "Only the member and the secretariat withdraw an interest."
    if interest.ruled_at:
        return "It was ruled on from the chair: ask the secretariat to withdraw it."
    return _why_settled(interest) or _why_not_declared(interest.meeting)


def _why_not_declared(meeting) -> str | None:
    if meeting.state == MeetingState.PLANNED:
        return "The meeting has not been called yet."
    if meeting.state in {MeetingState.CLOSED, MeetingState.CANCELLED}:
        return as_it_stands(meeting)
    return None


def _why_settled(interest) -> str | None:
    """That nothing of it changes: it was withdrawn, or the minutes that tell of it are approved."""
    if interest.withdrawn_at:
        return "This interest was withdrawn."
    is_held = interest.meeting.state in {MeetingState.CLOSED, MeetingState.CANCELLED}
    return why_not_minuted(interest.meeting) if is_held else None
