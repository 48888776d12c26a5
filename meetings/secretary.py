"""What the secretariat alone may do, and until when: meetings, agendas, lines, actions.

meetings/permissions.py has each of these under the name of its act.
"""

from meetings.states import MEETING_MOVES, MeetingState, MinutesState, VoteState


def _only_secretariat(person) -> str | None:
    if person.is_authenticated and person.is_secretariat:
        return None
    return "Only the secretariat may do this."


def _leads(meeting, verb: str) -> str | None:
    """Why ``verb`` does not lead on from where the meeting stands."""
    if meeting.state in MEETING_MOVES[verb][0]:
        return None
    return f"This meeting is {meeting.get_state_display().lower()}."


def _book_is_open(meeting) -> str | None:
    """Why nobody may write in the minutes of this meeting now."""
    if meeting.state in {MeetingState.PLANNED, MeetingState.CALLED}:
        return "The meeting has not started."
    if meeting.state == MeetingState.CANCELLED:
        return "The meeting was cancelled."
    latest = None
    if meeting.state == MeetingState.CLOSED:
        latest = meeting.minutes.order_by("-number").first()
    if latest and latest.state == MinutesState.APPROVED:
        return "The chair has approved these minutes. Publish them, then open a correction."
    if latest and latest.state == MinutesState.PUBLISHED:
        return "The minutes are published. Open a correction to change them."
    return None


def plan_meeting(person, _subject) -> str | None:
    return _only_secretariat(person)


def revise_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or _not_over(meeting)


def _not_over(meeting) -> str | None:
    if meeting.state in {MeetingState.CLOSED, MeetingState.CANCELLED}:
        return f"This meeting is {meeting.get_state_display().lower()}."
    return None


def call_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or _leads(meeting, "call_meeting")


def start_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or _leads(meeting, "start_meeting")


def cancel_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or _leads(meeting, "cancel_meeting")


def close_meeting(person, meeting) -> str | None:
    if reason := _only_secretariat(person) or _leads(meeting, "close_meeting"):
        return reason
    if still_open := list(meeting.votes.filter(state=VoteState.OPEN)):
        questions = "; ".join(f"“{vote.question}”" for vote in still_open)
        return f"A vote is still open: {questions} Close it first."
    if undecided := list(meeting.undecided_papers()):
        names = "; ".join(f"“{paper}”" for paper in undecided)
        return (
            f"No decision is recorded on {names}. Record one, or that the committee was not "
            "asked to advise, or that it is deferred."
        )
    return None


def order_agenda(person, meeting) -> str | None:
    if reason := _only_secretariat(person) or _not_over(meeting):
        return reason
    if not meeting.items.exists():
        return "The agenda has no items yet."
    return None


def place_item(person, meeting) -> str | None:
    if reason := _only_secretariat(person):
        return reason
    if meeting.state in {MeetingState.CLOSED, MeetingState.CANCELLED}:
        return _book_is_open(meeting)
    return None


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


mark_attendance = add_guest = time_items = place_item


def remove_guest(person, attendance) -> str | None:
    if reason := add_guest(person, attendance.meeting):
        return reason
    if attendance.is_voting:
        return "A voting member is not removed from the list: mark them absent instead."
    return None


def note_entry(person, item) -> str | None:
    return _only_secretariat(person) or _book_is_open(item.meeting)


def revise_entry(person, entry) -> str | None:
    return note_entry(person, entry.item)


move_entry = restrict_entry = unrestrict_entry = revise_entry


def remove_entry(person, entry) -> str | None:
    if reason := revise_entry(person, entry):
        return reason
    if entry.replies.exists():
        return "This line has replies. Remove them or move them away first."
    return None


def add_action(person, meeting) -> str | None:
    return _only_secretariat(person) or _book_is_open(meeting)


def revise_action(person, action) -> str | None:
    return add_action(person, action.meeting)


def add_action_update(person, _action) -> str | None:
    return _only_secretariat(person)


complete_action = drop_action = reopen_action = add_action_update
