"""Who may do what. One function per act: None, or the reason why not, for the person to read."""

from committee.models import Role
from meetings.secretary import (  # noqa: F401 -- the acts of the secretariat
    add_action,
    add_action_update,
    add_guest,
    call_meeting,
    cancel_meeting,
    close_meeting,
    complete_action,
    drop_action,
    mark_attendance,
    move_entry,
    move_item,
    note_entry,
    order_agenda,
    place_item,
    plan_meeting,
    remove_entry,
    remove_guest,
    remove_item,
    reopen_action,
    restrict_entry,
    revise_action,
    revise_entry,
    revise_item,
    revise_meeting,
    start_meeting,
    time_items,
    unrestrict_entry,
)
from meetings.states import MeetingState, MinutesState, VoteState

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
    return _of_open_vote(vote)


def _of_open_vote(vote) -> str | None:
    if vote.state != VoteState.OPEN:
        return f"This vote is {vote.get_state_display().lower()}."
    return None


def open_vote(person, item) -> str | None:
    return _conducts(person, item.meeting, "open votes")


def cast_ballot(person, vote) -> str | None:
    if not vote.may_be_cast_by(person):
        return "Only voting members who are present may vote."
    return _of_open_vote(vote)


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
    if not (person.is_secretariat or person.holds(Role.CHAIR, Role.VICE_CHAIR)):
        return "Only the chair, the vice chair and the secretariat write advice."
    return None


# --- records: meetings in and out as files
def load_record(person, _record) -> str | None:
    if person.is_authenticated and (person.is_clock or person.is_secretariat):
        return None
    return "Only the secretariat loads records."


def export_record(person, _meeting) -> str | None:
    if person.is_authenticated and (person.is_clock or person.is_secretariat):
        return None
    return "Only the secretariat takes out records: they hold what is not published."


# --- minutes


def _writes_minutes(person, what: str) -> str | None:
    if person.is_clock or person.is_secretariat:
        return None
    return f"Only the secretariat {what} minutes."


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
    if version.state not in {MinutesState.DRAFTING, MinutesState.ISSUED}:
        return f"This version is {version.get_state_display().lower()}."
    return _writes_minutes(person, "issues draft")


def approve_minutes(person, version) -> str | None:
    if not (person.is_clock or person.holds(Role.CHAIR, Role.VICE_CHAIR)):
        return "Only the chair and the vice chair approve minutes."
    if version.state == MinutesState.DRAFTING:
        return "The draft has not been issued yet."
    if version.state != MinutesState.ISSUED:
        return f"This version is {version.get_state_display().lower()}."
    return None


def publish_minutes(person, version) -> str | None:
    if version.state in {MinutesState.DRAFTING, MinutesState.ISSUED}:
        return "The chair has not approved this version yet."
    if version.state == MinutesState.PUBLISHED:
        return "This version is published."
    return _writes_minutes(person, "publishes")


def correct_minutes(person, meeting) -> str | None:
    states = set(meeting.minutes.values_list("state", flat=True))
    if states != {MinutesState.PUBLISHED}:
        return "Only published minutes are corrected; others can still be changed."
    return _writes_minutes(person, "corrects")
