import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import AdviceLine


@act
def move_advice_line(
    line: AdviceLine, *, by: Person, up: bool, at: dt.datetime | None = None
) -> AdviceLine:
    """Let a line and its neighbour change places; the first cannot go up, the last not down."""
    require(by, "proposals.move_advice_line", line)
    siblings = list(
        AdviceLine.objects.filter(advice=line.advice_id, parent=line.parent_id).order_by(
            "position", "pk"
        )
    )
    place = siblings.index(line)
    other = place - 1 if up else place + 1
    if 0 <= other < len(siblings):
        siblings[place], siblings[other] = siblings[other], siblings[place]
    for position, sibling in enumerate(siblings):
        AdviceLine.objects.filter(pk=sibling.pk).update(position=position)
    line.refresh_from_db()
    record("proposals.move_advice_line", line, by=by, at=at, position=line.position)
    return line
