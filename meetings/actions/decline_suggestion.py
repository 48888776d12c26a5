import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Suggestion


@act
def decline_suggestion(
    suggestion: Suggestion, *, by: Person, answer: str, at: dt.datetime | None = None
) -> Suggestion:
    """Leave the line as it is, and say why to whoever suggested otherwise."""
    at = at or timezone.now()
    suggestion.refresh_from_db()
    require(by, "meetings.decline_suggestion", suggestion)
    answer = answer.strip()
    if not answer:
        raise Refused("Say why: whoever suggested it reads your answer.")
    move(suggestion, "decline_suggestion", decided_at=at, decided_by=by, answer=answer)
    record("meetings.decline_suggestion", suggestion, by=by, at=at, paragraph=suggestion.paragraph)
    return suggestion
