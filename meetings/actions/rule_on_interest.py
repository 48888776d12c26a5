import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import InterestEffect, Person
from committee.refusals import Refused
from meetings.models import Interest
from meetings.moving import note_quorum
from meetings.packs import order_missing
from meetings.recusal import STRICTER, facts_of, take_out_ballots


@act
def rule_on_interest(
    interest: Interest, *, by: Person, effect: str, reason: str, at: dt.datetime | None = None
) -> Interest:
    """Say from the chair what follows from an interest, and why.

    Where the terms say what follows the chair may go further than they do, never less far.
    """
    interest.refresh_from_db()
    require(by, "meetings.rule_on_interest", interest)
    if not reason.strip():
        raise Refused("Give the reason: it is kept with the ruling.")
    least = interest.terms.interest_effect if interest.terms else InterestEffect.NOTE
    if STRICTER.index(effect) < STRICTER.index(least):
        says = InterestEffect(least).label.lower()
        raise Refused(f"The terms of reference say: {says}. A ruling can only be stricter.")
    before = interest.effect
    interest.effect, interest.ruling = effect, reason.strip()
    interest.ruled_at, interest.ruled_by = at or timezone.now(), by
    interest.save(update_fields=["effect", "ruling", "ruled_at", "ruled_by"])
    out = take_out_ballots(interest.meeting)
    facts = facts_of(interest) | {"before": before, "ballots_out": out}
    facts |= note_quorum(interest.meeting, at=at) | order_missing(interest.member)
    record("meetings.rule_on_interest", interest, by=by, at=at, **facts)
    return interest
