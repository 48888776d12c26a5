import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Counter, Person
from proposals.actions.close_recommendation import close_recommendation
from proposals.actions.keep_recommendation import keep_recommendation
from proposals.actions.replace_recommendation import replace_recommendation
from proposals.models import (
    RECOMMENDATION_KINDS,
    Addressee,
    Advice,
    Binding,
    Paper,
    Recommendation,
    RecommendationKind,
    Verdict,
)
from proposals.returns import expect_returns
from proposals.states import AdviceState

TAKING_FORCE = {
    Verdict.CLOSES: close_recommendation,
    Verdict.KEEPS: keep_recommendation,
    Verdict.REPLACES: replace_recommendation,
}


@act
def approve_advice(advice: Advice, *, by: Person, at: dt.datetime | None = None) -> Advice:
    """Settle the words of ``advice`` and number what has to be answered: R-64, C-18, Q-7.

    What it rules on earlier points takes force, and what is to come back is expected.
    Approving it again changes nothing: minutes and letter both approve their advice.
    """
    require(by, "proposals.approve_advice", advice)
    advice.refresh_from_db()
    if advice.state == AdviceState.APPROVED:
        return advice
    at = at or timezone.now()
    move(advice, "approve_advice", approved_at=at, approved_by=by)
    papers = Paper.objects.filter(decisions__advice=advice).distinct()
    numbered = [_number(line, papers) for line in advice.lines_in_order() if _is_answered(line)]
    labels = [recommendation.label for recommendation in numbered]
    record("proposals.approve_advice", advice, by=by, at=at, numbered=labels)
    _rule(advice, by=by, at=at)
    expect_returns(advice)
    return advice


def _rule(advice: Advice, *, by: Person, at: dt.datetime) -> None:
    """Let each ruling take force, where no other advice has closed its point meanwhile."""
    for ruling in advice.rulings.select_related("recommendation", "replaced_by__recommendation"):
        if ruling.recommendation.is_standing:
            TAKING_FORCE[ruling.verdict](ruling, by=by, at=at)
            ruling.in_force_at = at
            ruling.save(update_fields=["in_force_at"])


def _addressee_of(words: str) -> str:
    """Who is meant by the words a record uses: Lab, WMP, PCC, the Committee …"""
    said = words.casefold()
    for found, names in NAMES.items():
        if any(name in said for name in names):
            return found
    return Addressee.BODY


NAMES = {
    Addressee.COMMITTEE: ["committee"],
    Addressee.OFFICE: ["pcc", "commissioner"],
    Addressee.FORCE: ["wmp", "force", "police", "constable"],
}


def _is_answered(line) -> bool:
    return line.kind in RECOMMENDATION_KINDS


def _number(line, papers) -> Recommendation:
    kind = RECOMMENDATION_KINDS[line.kind]
    is_condition = kind == RecommendationKind.CONDITION
    numbered = Recommendation.objects.create(
        line=line,
        kind=kind,
        number=Counter.next(kind.value),
        addressee=line.put_to or _addressee_of(line.addressee),
        binding=line.binding or (Binding.REQUIRED if is_condition else Binding.EXPECTED),
        due=line.due,
        due_on=line.due_on,
    )
    numbered.papers.set(papers)
    return numbered
