"""Who plans meetings and builds agendas."""

from committee.lifecycle import why_not_moved
from meetings.papers import papers_pending, why_undecided
from meetings.permissions.common import only_secretariat
from meetings.stages import why_not_minuted, why_over
from meetings.states import VoteState


def plan_meeting(person, _subject) -> str | None:
    return only_secretariat(person)


def revise_meeting(person, meeting) -> str | None:
    return only_secretariat(person) or why_over(meeting)


def call_meeting(person, meeting) -> str | None:
    return only_secretariat(person) or why_not_moved(meeting, "call_meeting")


def announce_papers(person, meeting) -> str | None:
    if reason := only_secretariat(person) or why_over(meeting):
        return reason
    if not meeting.called_at:
        return "Call the meeting first."
    return None if meeting.items.exists() else "The agenda has no items yet."


def start_meeting(person, meeting) -> str | None:
    return only_secretariat(person) or why_not_moved(meeting, "start_meeting")


def cancel_meeting(person, meeting) -> str | None:
    return only_secretariat(person) or why_not_moved(meeting, "cancel_meeting")


def close_meeting(person, meeting) -> str | None:
    if reason := only_secretariat(person) or why_not_moved(meeting, "close_meeting"):
        return reason
    votes = meeting.votes.in_the_room().select_related("item")
    if still_open := list(votes.filter(state=VoteState.OPEN)):
        items = "; ".join(f"“{vote.item}”" for vote in still_open)
        return f"A vote is still open on {items}. Close it first."
    return why_undecided(meeting.undecided_papers().exclude(pk__in=papers_pending(meeting)))


def correct_times(person, meeting) -> str | None:
    if reason := only_secretariat(person) or why_not_minuted(meeting):
        return reason
    if not meeting.is_closed:
        return "Close the meeting first."
    if meeting.started_at is None:
        return "This meeting was not run here: its times are those of its record."
    return None


def order_agenda(person, meeting) -> str | None:
    reason = only_secretariat(person) or why_over(meeting)
    if reason or meeting.items.exists():
        return reason
    return "The agenda has no items yet."


def place_item(person, meeting) -> str | None:
    return only_secretariat(person) or (why_over(meeting) and why_not_minuted(meeting))


def revise_item(person, item) -> str | None:
    return place_item(person, item.meeting)


move_item = revise_item


def remove_item(person, item) -> str | None:
    if reason := revise_item(person, item):
        return reason
    if item.entries.exists() or item.votes.exists() or item.advice_given.exists():
        return "This item has minutes, votes or advice. Move or remove them first."
    if item.actions.exists():
        return "Actions were given under this item. Move or drop them first."
    return None


mark_attendance = add_guest = time_items = place_paper = place_item


def remove_guest(person, attendance) -> str | None:
    reason = add_guest(person, attendance.meeting)
    if reason or not attendance.is_voting:
        return reason
    return "A voting member is not removed from the list: mark them absent instead."
