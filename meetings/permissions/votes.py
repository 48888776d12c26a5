"""Who conducts votes, and who records outcomes and advice."""

from committee.lifecycle import as_it_stands
from committee.local_time import in_words
from committee.models import Role
from meetings.models import Interest
from meetings.stages import why_not_minuted
from meetings.states import MeetingState


def _conducts(person, meeting, what: str, *, item=None) -> str | None:
    """Chair, vice chair, whoever chairs the day or the item, and the secretariat, while it lasts.

    Votes by correspondence go on after it, until the minutes are approved.
    """
    in_charge = person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
    chairs = {meeting.chaired_by_id, item.chaired_by_id if item else None}
    if not in_charge and person.pk not in chairs - {None}:
        return f"Only the chair, the vice chair and the secretariat {what}."
    if item and _is_barred(person, item):
        return "You declared an interest: somebody else conducts this vote."
    if meeting.state == MeetingState.CLOSED and meeting.votes.by_correspondence().exists():
        return why_not_minuted(meeting)
    if meeting.state != MeetingState.UNDER_WAY:
        return f"The meeting is {meeting.get_state_display().lower()}, not under way."
    return None


def _is_barred(person, item) -> bool:
    """Whether an interest keeps them from it: a page of many items has asked for all at once."""
    if (known := getattr(item, "is_reader_barred", None)) is not None:
        return known
    return Interest.objects.in_item(item).barring_votes().filter(member=person.pk).exists()


def _records(person, vote, what: str) -> str | None:
    if not person.is_secretariat:
        return f"Only the secretariat {what}."
    if vote.is_by_correspondence:
        return "This vote is by correspondence: its members cast their own ballots."
    return None if vote.is_open else as_it_stands(vote)


def open_vote(person, item) -> str | None:
    return _conducts(person, item.meeting, "open votes", item=item)


def cast_ballot(person, vote) -> str | None:
    if not vote.may_be_cast_by(person):
        return _why_no_voter(person, vote)
    if not vote.is_open:
        return as_it_stands(vote)
    return f"This vote ended on {in_words(vote.closes_at)}." if vote.has_ended else None


def _why_no_voter(person, vote) -> str:
    if person.is_authenticated and vote.barred().filter(member=person).exists():
        return "You have declared an interest: you do not vote on this."
    who = "in office" if vote.is_by_correspondence else "who are present"
    return f"Only voting members {who} may vote."


def take_ballot(person, vote) -> str | None:
    if reason := _records(person, vote, "takes ballots for members"):
        return reason
    if vote.terms.shows_who_has_not_voted is False:
        return "Under these terms nobody knows who has voted: members cast their own ballots."
    return None


def record_show_of_hands(person, vote) -> str | None:
    return _records(person, vote, "records a show of hands")


def record_unanimity(person, vote) -> str | None:
    return _records(person, vote, "records unanimity")


def close_vote(person, vote) -> str | None:
    if vote.has_ended and person.is_clock:
        return None
    if reason := _conducts(person, vote.meeting, "close votes", item=vote.item):
        return reason
    if vote.is_by_correspondence and not vote.has_ended:
        return f"It closes by itself on {in_words(vote.closes_at)}. To end it sooner, void it."
    return None


def remind_voters(person, _vote) -> str | None:
    return None if person.is_clock else "The system reminds those who have not voted."


def void_vote(person, vote) -> str | None:
    if vote.decision_id:
        return "The outcome of this vote is recorded: withdraw the outcome first."
    return _conducts(person, vote.meeting, "void votes", item=vote.item)


def record_outcome(person, vote) -> str | None:
    return _conducts(person, vote.meeting, "record outcomes", item=vote.item)


def record_result(person, item) -> str | None:
    return _conducts(person, item.meeting, "record outcomes", item=item)


def withdraw_outcome(person, decision) -> str | None:
    given = getattr(decision.advice, "given", None)
    if given is None:
        return "Only an outcome recorded at a meeting can be withdrawn."
    return _conducts(person, given.meeting, "withdraw outcomes")


def write_advice(person, item) -> str | None:
    if person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return None
    return "Only the chair, the vice chair and the secretariat write advice."
