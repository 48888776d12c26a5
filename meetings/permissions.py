"""Who may do what. One function per act: None, or the reason why not, for the person to read."""

from committee.lifecycle import as_it_stands, why_not_moved
from committee.models import Role
from meetings.stages import why_not_minuted, why_over
from meetings.states import MeetingState, MinutesState, VoteState

# --- meetings and agendas


def _only_secretariat(person) -> str | None:
    if person.is_authenticated and person.is_secretariat:
        return None
    return "Only the secretariat may do this."


def plan_meeting(person, _subject) -> str | None:
    return _only_secretariat(person)


def revise_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or why_over(meeting)


def call_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or why_not_moved(meeting, "call_meeting")


def start_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or why_not_moved(meeting, "start_meeting")


def cancel_meeting(person, meeting) -> str | None:
    return _only_secretariat(person) or why_not_moved(meeting, "cancel_meeting")


def close_meeting(person, meeting) -> str | None:
    if reason := _only_secretariat(person) or why_not_moved(meeting, "close_meeting"):
        return reason
    votes = meeting.votes.select_related("item")
    if still_open := list(votes.filter(state=VoteState.OPEN)):
        items = "; ".join(f"“{vote.item}”" for vote in still_open)
        return f"A vote is still open on {items}. Close it first."
    if undecided := list(meeting.undecided_papers()):
        names = "; ".join(f"“{paper}”" for paper in undecided)
        return (
            f"No decision is recorded on {names}. Record one, or that the committee was not "
            "asked to advise, or that it is deferred."
        )
    return None


def order_agenda(person, meeting) -> str | None:
    reason = _only_secretariat(person) or why_over(meeting)
    if reason or meeting.items.exists():
        return reason
    return "The agenda has no items yet."


def place_item(person, meeting) -> str | None:
    return _only_secretariat(person) or (why_over(meeting) and why_not_minuted(meeting))


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
    reason = add_guest(person, attendance.meeting)
    if reason or not attendance.is_voting:
        return reason
    return "A voting member is not removed from the list: mark them absent instead."


# --- minutes as they are written, and actions


def note_entry(person, item) -> str | None:
    return _only_secretariat(person) or why_not_minuted(item.meeting)


def revise_entry(person, entry) -> str | None:
    return note_entry(person, entry.item)


move_entry = restrict_entry = unrestrict_entry = revise_entry


def remove_entry(person, entry) -> str | None:
    reason = revise_entry(person, entry)
    if reason or not entry.replies.exists():
        return reason
    return "This line has replies. Remove them or move them away first."


def add_action(person, meeting) -> str | None:
    return _only_secretariat(person) or why_not_minuted(meeting)


def revise_action(person, action) -> str | None:
    return add_action(person, action.meeting)


def add_action_update(person, _action) -> str | None:
    return _only_secretariat(person)


complete_action = drop_action = reopen_action = add_action_update


# --- votes, outcomes and advice


def _conducts(person, meeting, what: str) -> str | None:
    """Chair, vice chair, whoever chairs on the day, and the secretariat, while it lasts."""
    in_charge = person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
    if not in_charge and person.pk != meeting.chaired_by_id:
        return f"Only the chair, the vice chair and the secretariat {what}."
    if meeting.state != MeetingState.UNDER_WAY:
        return f"The meeting is {meeting.get_state_display().lower()}, not under way."
    return None


def _records(person, vote, what: str) -> str | None:
    if not person.is_secretariat:
        return f"Only the secretariat {what}."
    return None if vote.is_open else as_it_stands(vote)


def open_vote(person, item) -> str | None:
    return _conducts(person, item.meeting, "open votes")


def cast_ballot(person, vote) -> str | None:
    if not vote.may_be_cast_by(person):
        return "Only voting members who are present may vote."
    return None if vote.is_open else as_it_stands(vote)


def take_ballot(person, vote) -> str | None:
    return _records(person, vote, "takes ballots for members")


def record_show_of_hands(person, vote) -> str | None:
    return _records(person, vote, "records a show of hands")


def record_unanimity(person, vote) -> str | None:
    return _records(person, vote, "records unanimity")


def close_vote(person, vote) -> str | None:
    return _conducts(person, vote.meeting, "close votes")


def void_vote(person, vote) -> str | None:
    if vote.decision_id:
        return "The outcome of this vote is recorded: withdraw the outcome first."
    return _conducts(person, vote.meeting, "void votes")


def record_outcome(person, vote) -> str | None:
    return _conducts(person, vote.meeting, "record outcomes")


def record_result(person, item) -> str | None:
    return _conducts(person, item.meeting, "record outcomes")


def withdraw_outcome(person, decision) -> str | None:
    given = getattr(decision.advice, "given", None)
    if given is None:
        return "Only an outcome recorded at a meeting can be withdrawn."
    return _conducts(person, given.meeting, "withdraw outcomes")


def write_advice(person, item) -> str | None:
    if person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return None
    return "Only the chair, the vice chair and the secretariat write advice."


# --- records in and out as files, and versions of the minutes


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
    if not (person.is_clock or person.holds(Role.CHAIR, Role.VICE_CHAIR)):
        return "Only the chair and the vice chair approve minutes."
    if version.state == MinutesState.DRAFTING:
        return "The draft has not been issued yet."
    return why_not_moved(version, "approve_minutes")


def publish_minutes(person, version) -> str | None:
    if version.state in {MinutesState.DRAFTING, MinutesState.ISSUED}:
        return "The chair has not approved this version yet."
    return _keeps_records(person, "publishes minutes") or why_not_moved(version, "publish_minutes")


def correct_minutes(person, meeting) -> str | None:
    states = set(meeting.minutes.values_list("state", flat=True))
    if states != {MinutesState.PUBLISHED}:
        return "Only published minutes are corrected; others can still be changed."
    return _keeps_records(person, "corrects minutes")
