import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import give_advice
from meetings.models import AgendaItem
from meetings.papers import check_undecided
from proposals.actions import record_decision
from proposals.models import Decision, Paper, Result


@act
def record_result(
    item: AgendaItem,
    papers: list[Paper],
    *,
    by: Person,
    result: str,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Put on record that there was no vote: not asked to advise, no outcome, or deferred."""
    require(by, "meetings.record_result", item)
    if result not in {Result.NOT_ASKED, Result.NO_OUTCOME, Result.DEFERRED}:
        raise Refused("An outcome with a letter is recorded from a vote.")
    check_undecided(item.meeting, papers)
    at = at or timezone.now()
    decision = record_decision(
        papers,
        by=by,
        at=at,
        result=result,
        reason=reason,
        made_on=item.meeting.on or timezone.localdate(at),
        advice=give_advice(item, papers),
    )
    record("meetings.record_result", decision, by=by, at=at, item=item.pk, result=result)
    return decision
