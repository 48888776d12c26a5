from collections.abc import Callable
from uuid import UUID

from django.utils import timezone

from committee.audit import act
from committee.authority import require
from committee.lines import Stale
from committee.models import Person
from committee.refusals import NotPermitted, Refused
from meetings.models import Entry, LineOp, Meeting


@act
def sync_line(
    meeting: Meeting, *, by: Person, op: UUID, key: UUID, do: Callable[[], Entry | None]
) -> LineOp:
    """Do to a line what a page asks for, once however often it asks, and keep what came of it.

    The act that is done records itself; what it refuses is an answer here, and is kept too.

    Args:
        do: does it, and returns the line as it stands then; ``LookupError`` if it is gone.
    """
    require(by, "meetings.sync_line", meeting)
    if known := LineOp.objects.filter(pk=op).first():
        if known.by_id != by.pk:
            raise NotPermitted("This was sent by somebody else.")
        return known
    told = LineOp(op=op, by=by, key=key, at=timezone.now(), outcome="done")
    try:
        entry = do()
        told.version = entry.version if entry else None
    except Stale as conflict:
        told.outcome, told.sentence = "conflict", str(conflict)
    except LookupError as gone:
        told.outcome, told.sentence = "missing", gone.args[0]
    except Refused as refusal:
        told.outcome, told.sentence = "refused", str(refusal)
    told.save(force_insert=True)
    return told
