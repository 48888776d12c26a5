"""The acts of this app, one per file."""

from meetings.actions.cast_ballot import cast_ballot
from meetings.actions.close_vote import close_vote
from meetings.actions.open_vote import open_vote
from meetings.actions.record_outcome import record_outcome
from meetings.actions.record_result import record_result
from meetings.actions.record_show_of_hands import record_show_of_hands
from meetings.actions.record_unanimity import record_unanimity
from meetings.actions.take_ballot import take_ballot
from meetings.actions.void_vote import void_vote
from meetings.actions.withdraw_outcome import withdraw_outcome
from meetings.actions.write_advice import write_advice

__all__ = [
    "cast_ballot",
    "close_vote",
    "open_vote",
    "record_outcome",
    "record_result",
    "record_show_of_hands",
    "record_unanimity",
    "take_ballot",
    "void_vote",
    "withdraw_outcome",
    "write_advice",
]
