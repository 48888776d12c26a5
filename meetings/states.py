"""The lives of meetings, items, votes, minutes and actions: states and the verbs between them."""

from django.db.models import TextChoices


class MeetingState(TextChoices):
    PLANNED = "planned", "Planned"  # the secretariat's own
    CALLED = "called", "Called"  # announced: the public sees the date
    UNDER_WAY = "under_way", "Under way"
    CLOSED = "closed", "Closed"
    CANCELLED = "cancelled", "Cancelled"


MEETING_MOVES = {
    "call_meeting": ({MeetingState.PLANNED}, MeetingState.CALLED),
    "start_meeting": ({MeetingState.PLANNED, MeetingState.CALLED}, MeetingState.UNDER_WAY),
    "close_meeting": ({MeetingState.UNDER_WAY}, MeetingState.CLOSED),
    "cancel_meeting": ({MeetingState.PLANNED, MeetingState.CALLED}, MeetingState.CANCELLED),
}


class ItemState(TextChoices):
    WAITING = "waiting", "Waiting"
    UNDER_WAY = "under_way", "Under way"  # what the room is at: one item of a meeting
    FINISHED = "finished", "Finished"
    DEFERRED = "deferred", "Deferred"


ITEM_MOVES = {
    "start_item": ({ItemState.WAITING}, ItemState.UNDER_WAY),
    "finish_item": ({ItemState.UNDER_WAY}, ItemState.FINISHED),
    "defer_item": ({ItemState.WAITING, ItemState.UNDER_WAY}, ItemState.DEFERRED),
    "reopen_item": ({ItemState.FINISHED, ItemState.DEFERRED}, ItemState.WAITING),
}


class VoteState(TextChoices):
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    VOID = "void", "Void"


VOTE_MOVES = {
    "close_vote": ({VoteState.OPEN}, VoteState.CLOSED),
    "record_show_of_hands": ({VoteState.OPEN}, VoteState.CLOSED),
    "record_unanimity": ({VoteState.OPEN}, VoteState.CLOSED),
    "void_vote": ({VoteState.OPEN, VoteState.CLOSED}, VoteState.VOID),
}


class MinutesState(TextChoices):
    DRAFTING = "drafting", "Being drafted"
    ISSUED = "issued", "Draft issued"
    APPROVED = "approved", "Approved by the chair"
    PUBLISHED = "published", "Published"


MINUTES_MOVES = {
    "issue_draft_minutes": ({MinutesState.DRAFTING, MinutesState.ISSUED}, MinutesState.ISSUED),
    "approve_minutes": ({MinutesState.ISSUED}, MinutesState.APPROVED),
    "publish_minutes": ({MinutesState.APPROVED}, MinutesState.PUBLISHED),
}


class SuggestionState(TextChoices):
    OPEN = "open", "To be decided"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"


SUGGESTION_MOVES = {
    "accept_suggestion": ({SuggestionState.OPEN}, SuggestionState.ACCEPTED),
    "decline_suggestion": ({SuggestionState.OPEN}, SuggestionState.DECLINED),
}


class ActionState(TextChoices):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "No longer needed"


ACTION_MOVES = {
    "complete_action": ({ActionState.OPEN}, ActionState.DONE),
    "drop_action": ({ActionState.OPEN}, ActionState.DROPPED),
    "reopen_action": ({ActionState.DONE, ActionState.DROPPED}, ActionState.OPEN),
}
