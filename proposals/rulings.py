"""What advice makes of earlier points, as letters and minutes say it."""

from django.utils import timezone

from proposals.ledger import withheld_among
from proposals.models import Advice, Answer, DecisionPaper, Ruling, Verdict

SAYS = {
    Verdict.CLOSES: "{} is closed.",
    Verdict.KEEPS: "{} stays open.",
    Verdict.REPLACES: "{} is replaced by {}.",
}


def rulings_told(advice: Advice) -> list[dict]:
    """Each ruling of ``advice`` as JSON: a sentence, the reason, that views differed.

    Points are named by their number alone: their words may be withheld where they were asked.
    """
    return told_by_advice([advice]).get(advice.pk, [])


def told_by_advice(advice: list[Advice]) -> dict[int, list[dict]]:
    """The same of several pieces of ``advice``, by their keys, in four queries at most."""
    days = {one.pk: one.given_on for one in advice}
    rulings = Ruling.objects.filter(advice__in=days)
    rulings = rulings.select_related("recommendation__line", "replaced_by__recommendation")
    found: dict[int, list[dict]] = {}
    rulings = list(rulings.order_by("recommendation__kind", "recommendation__number"))
    answers = _answers(rulings) if rulings else {}
    hidden = withheld_among([ruling.recommendation for ruling in rulings])
    bodies = _bodies(days) if rulings else {}
    for ruling in rulings:
        given = answers.get(ruling.recommendation_id, [])
        given = [] if ruling.recommendation_id in hidden else given
        known = [one for one in given if _is_known(one, days[ruling.advice_id])]
        own = bodies.get(ruling.advice_id)
        known = [one for one in known if not (own and one.body_id) or one.body_id in own]
        told = _told(ruling, known[-1] if known else None)
        found.setdefault(ruling.advice_id, []).append(told)
    return found


def sentence(ruling: Ruling) -> str:
    """R-3 is closed."""
    newer = ruling.replaced_by
    numbered = getattr(newer, "recommendation", None) if newer else None
    return SAYS[ruling.verdict].format(ruling.recommendation, numbered or "what is asked here")


def _told(ruling: Ruling, answer: Answer | None) -> dict:
    asked = ruling.recommendation
    newer = getattr(ruling.replaced_by, "recommendation", None) if ruling.replaced_by else None
    told = None
    if answer:
        on = timezone.localdate(answer.given_at).isoformat()
        told = {"extent": answer.extent, "text": answer.text, "on": on}
    return {
        "ref": {"asked": asked.label, "newer": newer.label if newer else ""},
        "asked": asked.label,
        "verdict": ruling.verdict,
        "sentence": {"ref": sentence(ruling)},
        "reason": ruling.reason,
        "differing_views": ruling.differing_views,
        "answer": told,
    }


def _bodies(advice) -> dict[int, set[int]]:
    """The bodies whose answers each piece of ``advice`` may quote: those of its own papers.

    Nothing is said of advice on papers of which no body is known.
    """
    found: dict[int, set[int]] = {}
    about = DecisionPaper.objects.filter(decision__advice__in=advice)
    about = about.exclude(paper__proposal__submitting_body=None)
    for pk, body in about.values_list("decision__advice", "paper__proposal__submitting_body"):
        found.setdefault(pk, set()).add(body)
    return found


def _is_known(answer: Answer, on) -> bool:
    """Whether it was given by the day ``on`` of the advice, where that is known."""
    return on is None or timezone.localdate(answer.given_at) <= on


def _answers(rulings) -> dict[int, list[Answer]]:
    """What was answered of each point, the oldest first."""
    asked = [ruling.recommendation_id for ruling in rulings]
    found: dict[int, list[Answer]] = {}
    given = Answer.objects.filter(recommendation__in=asked, given_at__isnull=False)
    for answer in given.order_by("given_at", "pk"):
        found.setdefault(answer.recommendation_id, []).append(answer)
    return found
