import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from meetings.actions.revise_entry import revise_entry
from meetings.models import Entry, Suggestion
from meetings.review import line_with
from proposals.actions import revise_advice_line


@act
def accept_suggestion(
    suggestion: Suggestion,
    *,
    by: Person,
    version: int,
    text: str = "",
    at: dt.datetime | None = None,
) -> Suggestion:
    """Change the line as somebody suggested; the draft is then to be issued again.

    Args:
        version: of the line as whoever accepts has seen it.
        text: what the line is to say, where it is not quite what was suggested.
    """
    at = at or timezone.now()
    suggestion.refresh_from_db()
    require(by, "meetings.accept_suggestion", suggestion)
    line = line_with(suggestion.line_key)
    if line is None:
        raise Refused("That line has been taken out of the minutes since.")
    if line.version != version:
        raise Refused("The line has just been changed by somebody else: look at it again.")
    if line.text != suggestion.before and not text.strip():
        raise Refused("The line was changed after the draft went out: say what it is to read now.")
    became = text.strip() or suggestion.after
    move(suggestion, "accept_suggestion", decided_at=at, decided_by=by, became=became)
    revise = revise_entry if isinstance(line, Entry) else revise_advice_line
    revise(line, by=by, version=version, text=became, at=at)
    record("meetings.accept_suggestion", suggestion, by=by, at=at, paragraph=suggestion.paragraph)
    return suggestion
