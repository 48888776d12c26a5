import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import AdviceLetter


@act
def revise_letter(
    letter: AdviceLetter, *, by: Person, opening: str, closing: str, at: dt.datetime | None = None
) -> AdviceLetter:
    """Change how a letter begins and ends; the outcome and the advice are not written here."""
    letter.refresh_from_db()
    require(by, "proposals.revise_letter", letter)
    letter.opening, letter.closing = opening, closing
    letter.save(update_fields=["opening", "closing"])
    record("proposals.revise_letter", letter, by=by, at=at, opening=opening, closing=closing)
    return letter
