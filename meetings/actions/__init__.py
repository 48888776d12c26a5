"""The acts of this app, one per file."""

from meetings.actions.add_action import add_action
from meetings.actions.add_action_update import add_action_update
from meetings.actions.add_guest import add_guest
from meetings.actions.approve_minutes import approve_minutes
from meetings.actions.call_meeting import call_meeting
from meetings.actions.cancel_meeting import cancel_meeting
from meetings.actions.cast_ballot import cast_ballot
from meetings.actions.close_meeting import close_meeting
from meetings.actions.close_vote import close_vote
from meetings.actions.complete_action import complete_action
from meetings.actions.correct_minutes import correct_minutes
from meetings.actions.draft_minutes import draft_minutes
from meetings.actions.drop_action import drop_action
from meetings.actions.issue_draft_minutes import issue_draft_minutes
from meetings.actions.load_record import load_record
from meetings.actions.mark_attendance import mark_attendance
from meetings.actions.move_entry import move_entry
from meetings.actions.move_item import move_item
from meetings.actions.note_entry import note_entry
from meetings.actions.open_vote import open_vote
from meetings.actions.order_agenda import order_agenda
from meetings.actions.place_item import place_item
from meetings.actions.plan_meeting import plan_meeting
from meetings.actions.publish_minutes import publish_minutes
from meetings.actions.record_outcome import record_outcome
from meetings.actions.record_result import record_result
from meetings.actions.record_show_of_hands import record_show_of_hands
from meetings.actions.record_unanimity import record_unanimity
from meetings.actions.remove_entry import remove_entry
from meetings.actions.remove_guest import remove_guest
from meetings.actions.remove_item import remove_item
from meetings.actions.reopen_action import reopen_action
from meetings.actions.restrict_entry import restrict_entry
from meetings.actions.revise_action import revise_action
from meetings.actions.revise_entry import revise_entry
from meetings.actions.revise_item import revise_item
from meetings.actions.revise_meeting import revise_meeting
from meetings.actions.start_meeting import start_meeting
from meetings.actions.take_ballot import take_ballot
from meetings.actions.time_items import time_items
from meetings.actions.unrestrict_entry import unrestrict_entry
from meetings.actions.void_vote import void_vote
from meetings.actions.withdraw_outcome import withdraw_outcome
from meetings.actions.write_advice import write_advice

__all__ = [
    "add_action",
    "add_action_update",
    "add_guest",
    "approve_minutes",
    "call_meeting",
    "cancel_meeting",
    "cast_ballot",
    "close_meeting",
    "close_vote",
    "complete_action",
    "correct_minutes",
    "draft_minutes",
    "drop_action",
    "issue_draft_minutes",
    "load_record",
    "mark_attendance",
    "move_entry",
    "move_item",
    "note_entry",
    "open_vote",
    "order_agenda",
    "place_item",
    "plan_meeting",
    "publish_minutes",
    "record_outcome",
    "record_result",
    "record_show_of_hands",
    "record_unanimity",
    "remove_entry",
    "remove_guest",
    "remove_item",
    "reopen_action",
    "restrict_entry",
    "revise_action",
    "revise_entry",
    "revise_item",
    "revise_meeting",
    "start_meeting",
    "take_ballot",
    "time_items",
    "unrestrict_entry",
    "void_vote",
    "withdraw_outcome",
    "write_advice",
]
