"""The acts of this app, one per file."""

from meetings.actions.accept_suggestion import accept_suggestion
from meetings.actions.add_action import add_action
from meetings.actions.add_action_update import add_action_update
from meetings.actions.add_guest import add_guest
from meetings.actions.add_phrase import add_phrase
from meetings.actions.announce_papers import announce_papers
from meetings.actions.approve_minutes import approve_minutes
from meetings.actions.call_meeting import call_meeting
from meetings.actions.cancel_meeting import cancel_meeting
from meetings.actions.cast_ballot import cast_ballot
from meetings.actions.chair_item import chair_item
from meetings.actions.close_meeting import close_meeting
from meetings.actions.close_vote import close_vote
from meetings.actions.complete_action import complete_action
from meetings.actions.correct_minutes import correct_minutes
from meetings.actions.correct_times import correct_times
from meetings.actions.declare_interest import declare_interest
from meetings.actions.decline_suggestion import decline_suggestion
from meetings.actions.defer_item import defer_item
from meetings.actions.defer_rest import defer_rest
from meetings.actions.draft_minutes import draft_minutes
from meetings.actions.drop_action import drop_action
from meetings.actions.end_suggestions import end_suggestions
from meetings.actions.finish_item import finish_item
from meetings.actions.hear_recommendation import hear_recommendation
from meetings.actions.issue_draft_minutes import issue_draft_minutes
from meetings.actions.link_update import link_update
from meetings.actions.load_record import load_record
from meetings.actions.make_undertaking import make_undertaking
from meetings.actions.mark_attendance import mark_attendance
from meetings.actions.move_entry import move_entry
from meetings.actions.move_item import move_item
from meetings.actions.note_arrival import note_arrival
from meetings.actions.note_departure import note_departure
from meetings.actions.note_entry import note_entry
from meetings.actions.open_vote import open_vote
from meetings.actions.order_agenda import order_agenda
from meetings.actions.order_pack import order_pack
from meetings.actions.place_item import place_item
from meetings.actions.place_paper import place_paper
from meetings.actions.plan_meeting import plan_meeting
from meetings.actions.publish_minutes import publish_minutes
from meetings.actions.put_question import put_question
from meetings.actions.record_interest import record_interest
from meetings.actions.record_outcome import record_outcome
from meetings.actions.record_result import record_result
from meetings.actions.record_show_of_hands import record_show_of_hands
from meetings.actions.record_unanimity import record_unanimity
from meetings.actions.remind_voters import remind_voters
from meetings.actions.remove_entry import remove_entry
from meetings.actions.remove_guest import remove_guest
from meetings.actions.remove_item import remove_item
from meetings.actions.remove_note import remove_note
from meetings.actions.remove_phrase import remove_phrase
from meetings.actions.reopen_action import reopen_action
from meetings.actions.reopen_item import reopen_item
from meetings.actions.restore_entry import restore_entry
from meetings.actions.restrict_entry import restrict_entry
from meetings.actions.revise_action import revise_action
from meetings.actions.revise_entry import revise_entry
from meetings.actions.revise_item import revise_item
from meetings.actions.revise_meeting import revise_meeting
from meetings.actions.revise_outcome import revise_outcome
from meetings.actions.revise_phrase import revise_phrase
from meetings.actions.rule_on_interest import rule_on_interest
from meetings.actions.schedule_publication import schedule_publication
from meetings.actions.settle_recommendation import settle_recommendation
from meetings.actions.start_item import start_item
from meetings.actions.start_meeting import start_meeting
from meetings.actions.strike_movement import strike_movement
from meetings.actions.suggest_correction import suggest_correction
from meetings.actions.sync_line import sync_line
from meetings.actions.take_ballot import take_ballot
from meetings.actions.time_items import time_items
from meetings.actions.unrestrict_entry import unrestrict_entry
from meetings.actions.unschedule_publication import unschedule_publication
from meetings.actions.void_vote import void_vote
from meetings.actions.withdraw_interest import withdraw_interest
from meetings.actions.withdraw_outcome import withdraw_outcome
from meetings.actions.write_advice import write_advice
from meetings.actions.write_note import write_note

__all__ = [
    "accept_suggestion",
    "add_action",
    "add_action_update",
    "add_guest",
    "add_phrase",
    "announce_papers",
    "approve_minutes",
    "call_meeting",
    "cancel_meeting",
    "cast_ballot",
    "chair_item",
    "close_meeting",
    "close_vote",
    "complete_action",
    "correct_minutes",
    "correct_times",
    "declare_interest",
    "decline_suggestion",
    "defer_item",
    "defer_rest",
    "draft_minutes",
    "drop_action",
    "end_suggestions",
    "finish_item",
    "hear_recommendation",
    "issue_draft_minutes",
    "link_update",
    "load_record",
    "make_undertaking",
    "mark_attendance",
    "move_entry",
    "move_item",
    "note_arrival",
    "note_departure",
    "note_entry",
    "open_vote",
    "order_agenda",
    "order_pack",
    "place_item",
    "place_paper",
    "plan_meeting",
    "publish_minutes",
    "put_question",
    "record_interest",
    "record_outcome",
    "record_result",
    "record_show_of_hands",
    "record_unanimity",
    "remind_voters",
    "remove_entry",
    "remove_guest",
    "remove_item",
    "remove_note",
    "remove_phrase",
    "reopen_action",
    "reopen_item",
    "restore_entry",
    "restrict_entry",
    "revise_action",
    "revise_entry",
    "revise_item",
    "revise_meeting",
    "revise_outcome",
    "revise_phrase",
    "rule_on_interest",
    "schedule_publication",
    "settle_recommendation",
    "start_item",
    "start_meeting",
    "strike_movement",
    "suggest_correction",
    "sync_line",
    "take_ballot",
    "time_items",
    "unrestrict_entry",
    "unschedule_publication",
    "void_vote",
    "withdraw_interest",
    "withdraw_outcome",
    "write_advice",
    "write_note",
]
