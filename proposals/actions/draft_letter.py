import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.letters import CLOSING, opening_of
from proposals.models import Advice, AdviceLetter


@act
def draft_letter(advice: Advice, *, by: Person, at: dt.datetime | None = None) -> AdviceLetter:
    """Begin the letter that carries a piece of advice to the PCC and the Chief Constable."""
    require(by, "proposals.draft_letter", advice)
    if not advice.decisions.exists():
        raise Refused("This advice covers no decision: there is nothing to write about yet.")
    if AdviceLetter.objects.filter(advice=advice).exists():
        raise Refused("This advice has its letter already.")
    letter = AdviceLetter.objects.create(advice=advice, opening=opening_of(advice), closing=CLOSING)
    record("proposals.draft_letter", letter, by=by, at=at, advice=advice.pk)
    return letter
