"""Who moves the meeting on from item to item, and notes who comes and goes."""

from committee.lifecycle import why_not_moved
from committee.models import Role
from meetings.permissions.agenda import place_item
from meetings.permissions.common import only_secretariat
from meetings.reached import not_reached
from meetings.stages import why_not_minuted, why_not_under_way
from meetings.states import MeetingState


def _leads(person, meeting) -> str | None:
    """Chair, vice chair, whoever chairs on the day, and the secretariat, while it lasts."""
    in_charge = person.is_authenticated and (
        person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
        or person.pk == meeting.chaired_by_id
    )
    if not in_charge:
        return "Only the chair, the vice chair and the secretariat move the meeting on."
    return why_not_under_way(meeting)


def _orders(person, meeting) -> str | None:
    """In the room whoever leads it; before and after it the secretariat."""
    if meeting.state == MeetingState.UNDER_WAY:
        return _leads(person, meeting)
    return place_item(person, meeting)


def start_item(person, item) -> str | None:
    return _leads(person, item.meeting) or why_not_moved(item, "start_item")


def finish_item(person, item) -> str | None:
    return _leads(person, item.meeting) or why_not_moved(item, "finish_item")


def defer_item(person, item) -> str | None:
    if reason := _orders(person, item.meeting) or why_not_moved(item, "defer_item"):
        return reason
    if item.votes.open().exists():
        return "A vote is open on this item. Close it or void it first."
    return None


def defer_rest(person, meeting) -> str | None:
    if reason := place_item(person, meeting):
        return reason
    return None if not_reached(meeting) else "No item is left that was not reached."


def reopen_item(person, item) -> str | None:
    return _orders(person, item.meeting) or why_not_moved(item, "reopen_item")


def chair_item(person, item) -> str | None:
    return _orders(person, item.meeting)


def note_arrival(person, attendance) -> str | None:
    reason = only_secretariat(person) or why_not_under_way(attendance.meeting)
    if reason or not attendance.is_here:
        return reason
    return f"{attendance} is here already."


def note_departure(person, attendance) -> str | None:
    reason = only_secretariat(person) or why_not_under_way(attendance.meeting)
    if reason or attendance.is_here:
        return reason
    return f"{attendance} is not here."


def strike_movement(person, attendance) -> str | None:
    return only_secretariat(person) or why_not_minuted(attendance.meeting)
