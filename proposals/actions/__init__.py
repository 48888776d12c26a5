"""The acts of this app, one per file."""

from proposals.actions.accept_paper import accept_paper
from proposals.actions.add_advice_line import add_advice_line
from proposals.actions.add_check_point import add_check_point
from proposals.actions.add_proposal import add_proposal
from proposals.actions.answer_question import answer_question
from proposals.actions.answer_recommendation import answer_recommendation
from proposals.actions.approve_advice import approve_advice
from proposals.actions.approve_letter import approve_letter
from proposals.actions.ask_question import ask_question
from proposals.actions.attach_file import attach_file
from proposals.actions.chase_return import chase_return
from proposals.actions.close_recommendation import close_recommendation
from proposals.actions.confirm_match import confirm_match
from proposals.actions.defer_paper import defer_paper
from proposals.actions.draft_letter import draft_letter
from proposals.actions.draft_paper import draft_paper
from proposals.actions.expect_return import expect_return
from proposals.actions.fail_case_file import fail_case_file
from proposals.actions.finish_case_file import finish_case_file
from proposals.actions.keep_recommendation import keep_recommendation
from proposals.actions.keep_rest import keep_rest
from proposals.actions.mark_file_confidential import mark_file_confidential
from proposals.actions.mark_file_public import mark_file_public
from proposals.actions.mark_read import mark_read
from proposals.actions.mark_unread import mark_unread
from proposals.actions.match_predecessor import match_predecessor
from proposals.actions.merge_proposals import merge_proposals
from proposals.actions.move_advice_line import move_advice_line
from proposals.actions.order_case_file import order_case_file
from proposals.actions.record_decision import record_decision
from proposals.actions.record_response import record_response
from proposals.actions.record_undertaking import record_undertaking
from proposals.actions.refuse_file import refuse_file
from proposals.actions.reject_match import reject_match
from proposals.actions.release_file import release_file
from proposals.actions.remove_advice_line import remove_advice_line
from proposals.actions.remove_file import remove_file
from proposals.actions.replace_recommendation import replace_recommendation
from proposals.actions.retire_check_point import retire_check_point
from proposals.actions.return_paper import return_paper
from proposals.actions.revise_advice_line import revise_advice_line
from proposals.actions.revise_letter import revise_letter
from proposals.actions.revise_outline import revise_outline
from proposals.actions.revise_paper import revise_paper
from proposals.actions.revise_proposal import revise_proposal
from proposals.actions.revise_question import revise_question
from proposals.actions.revise_recommendation import revise_recommendation
from proposals.actions.rule_on_recommendation import rule_on_recommendation
from proposals.actions.send_letter import send_letter
from proposals.actions.send_questions import send_questions
from proposals.actions.set_evidence import set_evidence
from proposals.actions.set_requirements import set_requirements
from proposals.actions.share_question import share_question
from proposals.actions.submit_paper import submit_paper
from proposals.actions.tick_check import tick_check
from proposals.actions.withdraw_paper import withdraw_paper
from proposals.actions.withdraw_question import withdraw_question
from proposals.actions.write_section import write_section

__all__ = [
    "accept_paper",
    "add_advice_line",
    "add_check_point",
    "add_proposal",
    "answer_question",
    "answer_recommendation",
    "approve_advice",
    "approve_letter",
    "ask_question",
    "attach_file",
    "chase_return",
    "close_recommendation",
    "confirm_match",
    "defer_paper",
    "draft_letter",
    "draft_paper",
    "expect_return",
    "fail_case_file",
    "finish_case_file",
    "keep_recommendation",
    "keep_rest",
    "mark_file_confidential",
    "mark_file_public",
    "mark_read",
    "mark_unread",
    "match_predecessor",
    "merge_proposals",
    "move_advice_line",
    "order_case_file",
    "record_decision",
    "record_response",
    "record_undertaking",
    "refuse_file",
    "reject_match",
    "release_file",
    "remove_advice_line",
    "remove_file",
    "replace_recommendation",
    "retire_check_point",
    "return_paper",
    "revise_advice_line",
    "revise_letter",
    "revise_outline",
    "revise_paper",
    "revise_proposal",
    "revise_question",
    "revise_recommendation",
    "rule_on_recommendation",
    "send_letter",
    "send_questions",
    "set_evidence",
    "set_requirements",
    "share_question",
    "submit_paper",
    "tick_check",
    "withdraw_paper",
    "withdraw_question",
    "write_section",
]
