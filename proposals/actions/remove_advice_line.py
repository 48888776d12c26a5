import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.lines import Stale
from committee.models import Person
from proposals.models import AdviceLine


@act
def remove_advice_line(
    line: AdviceLine, *, by: Person, version: int, at: dt.datetime | None = None
) -> None:
    """Remove a line, and what is nested under it, unless somebody changed it meanwhile."""
    require(by, "proposals.remove_advice_line", line)
    line.refresh_from_db()
    if line.version != version:
        raise Stale(line, {})
    record("proposals.remove_advice_line", line, by=by, at=at, text=line.text)
    line.delete()
