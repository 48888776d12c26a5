import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.advice import still_on_record
from meetings.outcome import check_said
from proposals.models import Decision, Unanimity


@act
def revise_outcome(
    decision: Decision,
    *,
    by: Person,
    unanimity: str = "",
    reason: str = "",
    differing_views: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Mend how an outcome on record is described; what it is, is changed by withdrawing it.

    Its advice keeps its lines, and its vote its count and its casting vote.
    """
    require(by, "meetings.revise_outcome", still_on_record(decision))
    said = {"reason": reason}
    if vote := getattr(decision, "vote", None):
        said |= {"unanimity": unanimity or Unanimity.NOT_STATED, "differing_views": differing_views}
        check_said(vote.finding(), decision.outcome.letter, said["unanimity"], reason)
    was = {name: getattr(decision, name) for name in said}
    for name, words in said.items():
        setattr(decision, name, words)
    decision.save(update_fields=list(said))
    record("meetings.revise_outcome", decision, by=by, at=at, was=was, **said)
    return decision
