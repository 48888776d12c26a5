"""The acts of this app, one per file."""

from proposals.actions.add_advice_line import add_advice_line
from proposals.actions.add_proposal import add_proposal
from proposals.actions.approve_advice import approve_advice
from proposals.actions.approve_letter import approve_letter
from proposals.actions.attach_file import attach_file
from proposals.actions.confirm_match import confirm_match
from proposals.actions.draft_letter import draft_letter
from proposals.actions.draft_paper import draft_paper
from proposals.actions.merge_proposals import merge_proposals
from proposals.actions.move_advice_line import move_advice_line
from proposals.actions.record_decision import record_decision
from proposals.actions.reject_match import reject_match
from proposals.actions.remove_advice_line import remove_advice_line
from proposals.actions.remove_file import remove_file
from proposals.actions.revise_advice_line import revise_advice_line
from proposals.actions.revise_letter import revise_letter
from proposals.actions.revise_paper import revise_paper
from proposals.actions.revise_proposal import revise_proposal
from proposals.actions.send_letter import send_letter
from proposals.actions.submit_paper import submit_paper
from proposals.actions.withdraw_paper import withdraw_paper

__all__ = [
    "add_advice_line",
    "add_proposal",
    "approve_advice",
    "approve_letter",
    "attach_file",
    "confirm_match",
    "draft_letter",
    "draft_paper",
    "merge_proposals",
    "move_advice_line",
    "record_decision",
    "reject_match",
    "remove_advice_line",
    "remove_file",
    "revise_advice_line",
    "revise_letter",
    "revise_paper",
    "revise_proposal",
    "send_letter",
    "submit_paper",
    "withdraw_paper",
]
