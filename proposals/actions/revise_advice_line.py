import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lines import revise
from committee.models import Person
from proposals.models import AdviceLine


@act
def revise_advice_line(
    line: AdviceLine, *, by: Person, version: int, at: dt.datetime | None = None, **changes
) -> AdviceLine:
    """Change a line that is still as ``by`` saw it at ``version``; else both texts are shown."""
    require(by, "proposals.revise_advice_line", line)
    before = line.text
    revise(line, version=version, **changes)
    said = {"before": before, "after": line.text, "changed": sorted(changes)}
    record("proposals.revise_advice_line", line, by=by, at=at, advice=line.advice_id, **said)
    return line
