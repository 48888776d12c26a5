"""The acts of this app, one per file."""

from proposals.actions.add_advice_line import add_advice_line
from proposals.actions.approve_advice import approve_advice
from proposals.actions.move_advice_line import move_advice_line
from proposals.actions.record_decision import record_decision
from proposals.actions.remove_advice_line import remove_advice_line
from proposals.actions.revise_advice_line import revise_advice_line

__all__ = [
    "add_advice_line",
    "approve_advice",
    "move_advice_line",
    "record_decision",
    "remove_advice_line",
    "revise_advice_line",
]
