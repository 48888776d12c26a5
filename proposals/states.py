"""The lives of papers, advice letters and recommendations: states and the verbs between them."""

from django.db.models import TextChoices


class PaperState(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    CONSIDERED = "considered", "Considered"  # a meeting decided on it, or decided not to
    WITHDRAWN = "withdrawn", "Withdrawn"


PAPER_MOVES = {
    "submit_paper": ({PaperState.DRAFT}, PaperState.SUBMITTED),
    "record_decision": ({PaperState.SUBMITTED}, PaperState.CONSIDERED),
    "withdraw_outcome": ({PaperState.CONSIDERED}, PaperState.SUBMITTED),
    "withdraw_paper": ({PaperState.DRAFT, PaperState.SUBMITTED}, PaperState.WITHDRAWN),
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


class MatchState(TextChoices):
    OPEN = "open", "Open"
    CONFIRMED = "confirmed", "Confirmed"  # the same: merged
    REJECTED = "rejected", "Rejected"  # not the same: kept apart


MATCH_MOVES = {
    "confirm_match": ({MatchState.OPEN}, MatchState.CONFIRMED),
    "reject_match": ({MatchState.OPEN}, MatchState.REJECTED),
}
