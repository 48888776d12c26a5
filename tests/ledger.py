"""The words in which tests of the ledger tell their stories."""

from django.db import transaction

from committee.models import Counter, LineKind, OutcomeOption
from proposals import actions
from proposals.models import (
    RECOMMENDATION_KINDS,
    Advice,
    Answer,
    Recommendation,
    RecommendationKind,
)
from tests.factories import NINE


def asked_of(paper, kind=LineKind.RECOMMENDATION, text="Publish it.", *, told=True, **facts):
    """A point that approved advice on ``paper`` asked, or undertaken (kind None)."""
    line = None
    if kind:
        who = facts.pop("by", None)
        advice = Advice.objects.create(
            heading="Before", occasion="Formal meeting, 2 March 2026", given_on=NINE.date()
        )
        if who:
            Advice.objects.filter(pk=advice.pk).update(
                state="approved", approved_at=NINE, approved_by=who
            )
        decision = advice.decisions.create(
            result="outcome", outcome=OutcomeOption.objects.get(letter="C")
        )
        decision.decision_papers.create(paper=paper)
        line = advice.lines.create(kind=kind, text=text, position=0)
        facts["kind"] = RECOMMENDATION_KINDS[LineKind(kind)]
    else:
        facts |= {"kind": RecommendationKind.UNDERTAKING, "text": text}
    with transaction.atomic():
        number = Counter.next(str(facts["kind"]))
    asked = Recommendation.objects.create(line=line, number=number, **facts)
    asked.papers.add(paper)
    return asked


def undertaken(paper, text="Share the plan.", **facts):
    """An undertaking about ``paper``: its body knows of it at once."""
    return asked_of(paper, None, text, **facts)


def answered(asked, by, text="Done so.", extent="done", **facts):
    """An answer that was given, by the body of its paper or of who writes it."""
    paper, own = facts.get("paper"), by.appointments.filter(role="presenter").first()
    body = paper.proposal.submitting_body if paper else own and own.organisation
    facts = {"body": body if asked.addressee == "body" else None} | facts
    return Answer.objects.create(
        recommendation=asked, text=text, extent=extent, written_at=NINE, written_by=by,
        **{"given_at": NINE} | facts,
    )  # fmt: skip


def advice_on(paper, letter="C", *lines, **advice):
    """Advice being written on ``paper``; ``lines`` are pairs of kind and text."""
    advice = Advice.objects.create(heading="Now", **advice)
    outcome = OutcomeOption.objects.get(letter=letter)
    decision = advice.decisions.create(result="outcome", outcome=outcome)
    decision.decision_papers.create(paper=paper)
    for position, (kind, text) in enumerate(lines):
        advice.lines.create(kind=kind, text=text, position=position)
    return advice


def rule(advice, asked, verdict, *, by, **facts):
    return actions.rule_on_recommendation(advice, asked, by=by, verdict=verdict, **facts)
