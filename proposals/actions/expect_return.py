import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from proposals.models import Decision, ExpectedReturn, Proposal


@act
def expect_return(
    decision: Decision,
    proposal: Proposal,
    *,
    by: Person,
    words: str,
    due_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> ExpectedReturn | None:
    """Say when a proposal is to come back: in six months, next meeting, after the rebuild.

    It stands once the advice on ``decision`` is approved; no ``words`` before that take it back.
    """
    require(by, "proposals.expect_return", decision)
    facts = {"words": words, "due_on": due_on and due_on.isoformat(), "decision": decision.pk}
    record("proposals.expect_return", proposal, by=by, at=at, **facts)
    if not words:
        ExpectedReturn.objects.filter(proposal=proposal, decision=decision).delete()
        return None
    expected, _ = ExpectedReturn.objects.update_or_create(
        proposal=proposal, decision=decision, defaults={"words": words, "due_on": due_on}
    )
    return expected
