"""Minutes on the chair's desk: what has to be settled before they are approved."""

from committee.closed import open_to
from committee.models import Person
from meetings.models import Meeting
from meetings.papers import votes_pending, why_undecided


def why_unsettled(meeting: Meeting, *, reader: Person | None = None) -> str | None:
    """What of ``meeting`` has no outcome yet, as far as it is open to ``reader``.

    What a record from elsewhere leaves undecided stays so: it is as it was published.
    """
    pending = open_to(votes_pending(meeting.votes.select_related("item")), reader)
    if votes := list(pending):
        items = "; ".join(f"“{vote.item}”" for vote in votes)
        return (
            f"A vote is open, or counted and without its outcome, on {items}. "
            "Record the outcome, or declare the vote void."
        )
    if meeting.record_sha256:
        return None
    return why_undecided(open_to(meeting.undecided_papers(), reader))
