"""Who conducts votes, and who records outcomes and advice."""

from committee.lifecycle import as_it_stands
from committee.local_time import in_words
from committee.models import Role
from meetings.models import Interest
from meetings.stages import why_not_minuted, why_not_under_way
from meetings.states import MeetingState
from proposals.states import AdviceState


def _conducts(person, meeting, what: str, *, item=None, interests=None) -> str | None:
    """Chair, vice chair, whoever chairs the day or the item, and the secretariat.

    While the meeting lasts, and after it until its minutes are approved: what was entered wrongly
    is found when they are drafted, and votes by correspondence go on. Nobody whose interest bars
    them: one in ``item``, or of ``interests`` where it is about more than the item.
    """
    in_charge = person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
    chairs = {meeting.chaired_by_id, item.chaired_by_id if item else None}
    if not in_charge and person.pk not in chairs - {None}:
        return f"Only the chair, the vice chair and the secretariat {what}."
    if _is_barred(person, item, interests):
        return "You declared an interest: somebody else conducts this vote."
    if meeting.state == MeetingState.CLOSED:
        return why_not_minuted(meeting)
    return why_not_under_way(meeting)


def _conducts_vote(person, vote, what: str) -> str | None:
    concerned = Interest.objects.in_vote(vote)
    return _conducts(person, vote.meeting, what, item=vote.item, interests=concerned)


def _settles(person, decision, what: str) -> str | None:
    """Who conducted the vote, or conducts the item where there was none, sees to its outcome."""
    given = getattr(decision.advice, "given", None)
    if given is None:
        return "Only an outcome recorded at a meeting can be changed."
    if vote := getattr(decision, "vote", None):
        reason = _conducts_vote(person, vote, what)
    else:
        heard = given.meeting.items.filter(papers__in=decision.papers.all()).order_by("position")
        item, concerned = heard.first() or given.item, Interest.objects.in_decision(decision)
        reason = _conducts(person, given.meeting, what, item=item, interests=concerned)
    return reason or (APPROVED if decision.advice.state != AdviceState.DRAFTED else None)


APPROVED = "The advice on it is approved: it can no longer change."
IN_LETTER = "The advice on it is in a letter: it can no longer be withdrawn."


def _is_barred(person, item, interests) -> bool:
    """Whether an interest keeps them from it: a page of many items has asked for all at once.

    The room knows who declared nothing at all (``is_reader_free``).
    """
    if getattr(item, "is_reader_free", False):
        return False
    if interests is None and (known := getattr(item, "is_reader_barred", None)) is not None:
        return known
    concerned = Interest.objects.in_item(item) if interests is None else interests
    return concerned.barring_votes().filter(member=person.pk).exists()


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
    """By correspondence at its time, or once all have voted: nobody is then kept from voting.

    That all have is no secret, where the terms hide who has not either: how many ballots are in,
    of how many, is told to everybody all the time.
    """
    if vote.has_ended and person.is_clock:
        return None
    if reason := _conducts_vote(person, vote, "close votes"):
        return reason
    if vote.is_by_correspondence and not vote.has_ended and vote.awaited().exists():
        return f"It closes by itself on {in_words(vote.closes_at)}. To end it sooner, void it."
    return None


def remind_voters(person, _vote) -> str | None:
    return None if person.is_clock else "The system reminds those who have not voted."


def void_vote(person, vote) -> str | None:
    if vote.decision_id:
        return "The outcome of this vote is recorded: withdraw the outcome first."
    return _conducts_vote(person, vote, "void votes")


def record_outcome(person, vote) -> str | None:
    return _conducts_vote(person, vote, "record outcomes")


def record_result(person, item) -> str | None:
    return _conducts(person, item.meeting, "record outcomes", item=item)


def withdraw_outcome(person, decision) -> str | None:
    if reason := _settles(person, decision, "withdraw outcomes"):
        return reason
    is_in_letter = hasattr(decision.advice, "letter")
    return IN_LETTER if is_in_letter else None


def revise_outcome(person, decision) -> str | None:
    """A letter that is only drafted says what the outcome says by then."""
    return _settles(person, decision, "revise outcomes")


def write_advice(person, item) -> str | None:
    if person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return None
    return "Only the chair, the vice chair and the secretariat write advice."
