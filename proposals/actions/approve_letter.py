import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.post import order_document
from proposals.actions.approve_advice import approve_advice
from proposals.letters import TEMPLATE, snapshot_of
from proposals.models import AdviceLetter


@act
def approve_letter(
    letter: AdviceLetter, *, by: Person, at: dt.datetime | None = None
) -> AdviceLetter:
    """Sign a letter: its advice is numbered, its words are frozen, its PDF is ordered."""
    letter.refresh_from_db()
    require(by, "proposals.approve_letter", letter)
    at = at or timezone.now()
    approve_advice(letter.advice, by=by, at=at)
    snapshot = snapshot_of(letter, signed_by=by, on=timezone.localdate(at))
    document = order_document(
        f"letter-{letter.pk}",
        title=f"{letter.reference}: {snapshot['subject']}"[:255],
        template=TEMPLATE,
        snapshot=snapshot,
        by=by,
    )
    signed = {"approved_at": at, "approved_by": by, "signatory": by.name, "document": document}
    move(letter, "approve_letter", **signed)
    record("proposals.approve_letter", letter, by=by, at=at, document=document.pk)
    return letter
