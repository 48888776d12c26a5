import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import MinutesVersion, Suggestion
from meetings.review import line_at, passages


@act
def suggest_correction(
    version: MinutesVersion,
    *,
    by: Person,
    paragraph: str,
    after: str,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Suggestion:
    """Suggest how a line of the draft should read; the secretariat decides."""
    at = at or timezone.now()
    version.refresh_from_db()
    require(by, "meetings.suggest_correction", version)
    before, line = passages(version.snapshot).get(paragraph), line_at(version, paragraph)
    if before is None or line is None:
        raise Refused("That line is no longer in the draft.")
    after, reason = after.strip(), reason.strip()
    if not after or after == before.strip():
        raise Refused("Change the words to what they should be.")
    words = {"before": before, "after": after, "reason": reason}
    same = {"paragraph": paragraph, "line_key": line.key, "by": by, **words}
    if known := version.suggestions.open().filter(**same).first():  # sent twice
        return known
    suggestion = version.suggestions.create(**same, at=at)
    record("meetings.suggest_correction", suggestion, by=by, at=at, paragraph=paragraph)
    return suggestion
