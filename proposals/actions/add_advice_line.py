import datetime as dt
from uuid import UUID, uuid4

from django.db.models import Max

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Advice, AdviceLine


@act
def add_advice_line(
    advice: Advice,
    *,
    by: Person,
    kind: str,
    text: str,
    parent: AdviceLine | None = None,
    key: UUID | None = None,
    at: dt.datetime | None = None,
    **more,
) -> AdviceLine:
    """Add a line at the end: a comment, question, recommendation, condition, point or heading.

    ``key`` is the sender's own name for the line: sending it twice adds it once. ``more`` is
    addressee, due, due_on, restricted, restricted_reason.
    """
    require(by, "proposals.add_advice_line", advice)
    if sent := advice.lines.filter(key=key).first():
        return sent
    siblings = advice.lines.filter(parent=parent)
    last = siblings.aggregate(last=Max("position"))["last"]
    line = advice.lines.create(
        key=key or uuid4(),
        kind=kind,
        text=text,
        parent=parent,
        position=0 if last is None else last + 1,
        **more,
    )
    record("proposals.add_advice_line", line, by=by, at=at, advice=advice.pk, kind=kind, text=text)
    return line
