"""The lives of papers, advice letters and recommendations: states and the verbs between them."""

from django.db.models import TextChoices

from committee.states import DocumentState


class PaperState(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"  # the secretariat checks it
    RETURNED = "returned", "Returned"  # with reasons, for the body to put right
    ACCEPTED = "accepted", "Accepted"  # before the committee: its members may read it
    CONSIDERED = "considered", "Considered"  # a meeting decided on it, or decided not to
    WITHDRAWN = "withdrawn", "Withdrawn"


PAPER_MOVES = {
    "submit_paper": ({PaperState.DRAFT, PaperState.RETURNED}, PaperState.SUBMITTED),
    "accept_paper": ({PaperState.SUBMITTED}, PaperState.ACCEPTED),
    "return_paper": ({PaperState.SUBMITTED}, PaperState.RETURNED),
    "record_decision": ({PaperState.ACCEPTED}, PaperState.CONSIDERED),
    "withdraw_outcome": ({PaperState.CONSIDERED}, PaperState.ACCEPTED),
    "withdraw_paper": (
        {PaperState.DRAFT, PaperState.SUBMITTED, PaperState.RETURNED, PaperState.ACCEPTED},
        PaperState.WITHDRAWN,
    ),
}
STILL_WRITTEN = {PaperState.DRAFT, PaperState.RETURNED}  # by its body
CHANGED_BY_SECRETARIAT = STILL_WRITTEN | {PaperState.SUBMITTED, PaperState.ACCEPTED}


class FileState(TextChoices):
    HELD = "held", "Waiting for the virus scan"
    READY = "ready", "Ready"
    REFUSED = "refused", "Refused"  # the scanner found something


# Only a file that is ready is handed out to anybody.
FILE_MOVES = {
    "release_file": ({FileState.HELD}, FileState.READY),
    "refuse_file": ({FileState.HELD}, FileState.REFUSED),
}


class QuestionState(TextChoices):
    DRAFTED = "drafted", "Draft"  # its author alone sees it
    SHARED = "shared", "Shared with the committee"
    SENT = "sent", "Sent to the presenters"
    ANSWERED = "answered", "Answered in writing"
    WITHDRAWN = "withdrawn", "Withdrawn"


QUESTION_MOVES = {
    "share_question": ({QuestionState.DRAFTED}, QuestionState.SHARED),
    "send_questions": ({QuestionState.SHARED}, QuestionState.SENT),
    "answer_question": ({QuestionState.SENT, QuestionState.ANSWERED}, QuestionState.ANSWERED),
    "withdraw_question": (
        {QuestionState.DRAFTED, QuestionState.SHARED, QuestionState.SENT},
        QuestionState.WITHDRAWN,
    ),
}


class AdviceState(TextChoices):
    DRAFTED = "drafted", "Drafted"
    APPROVED = "approved", "Approved"


ADVICE_MOVES = {"approve_advice": ({AdviceState.DRAFTED}, AdviceState.APPROVED)}


class LetterState(TextChoices):
    DRAFTED = "drafted", "Drafted"
    APPROVED = "approved", "Approved"
    SENT = "sent", "Sent"


LETTER_MOVES = {
    "approve_letter": ({LetterState.DRAFTED}, LetterState.APPROVED),
    "send_letter": ({LetterState.APPROVED}, LetterState.SENT),
}


class RecommendationState(TextChoices):
    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed"
    REPLACED = "replaced", "Replaced"  # by another of later advice


# The committee rules by its next advice: an answer alone closes nothing.
RECOMMENDATION_MOVES = {
    "answer_recommendation": (
        {RecommendationState.OPEN, RecommendationState.ANSWERED},
        RecommendationState.ANSWERED,
    ),
    "withdraw_paper": ({RecommendationState.ANSWERED}, RecommendationState.OPEN),
    "close_recommendation": (
        {RecommendationState.OPEN, RecommendationState.ANSWERED},
        RecommendationState.CLOSED,
    ),
    "keep_recommendation": (
        {RecommendationState.OPEN, RecommendationState.ANSWERED},
        RecommendationState.OPEN,
    ),
    "replace_recommendation": (
        {RecommendationState.OPEN, RecommendationState.ANSWERED},
        RecommendationState.REPLACED,
    ),
}


class MatchState(TextChoices):
    OPEN = "open", "Open"
    CONFIRMED = "confirmed", "Confirmed"  # the same: merged
    REJECTED = "rejected", "Rejected"  # not the same: kept apart


MATCH_MOVES = {
    "confirm_match": ({MatchState.OPEN}, MatchState.CONFIRMED),
    "reject_match": ({MatchState.OPEN}, MatchState.REJECTED),
}


CASE_FILE_MOVES = {
    "finish_case_file": ({DocumentState.RENDERING}, DocumentState.READY),
    "fail_case_file": ({DocumentState.RENDERING}, DocumentState.FAILED),
}
