"""What is to come back: the one next step that advice opens for those who submit papers."""

from proposals.models import Advice, ExpectedReturn, Paper, Recommendation, RecommendationKind

INFORMATION = "with the information that was asked for"
CONDITIONS = "once the conditions are met"
WITH_CONDITIONS = {"B", "C"}


def expect_returns(advice: Advice) -> None:
    """Expect each proposal back that approved ``advice`` asks for, once, in words already chosen.

    An outcome E asks for more; conditions on B or C are to be shown to be met. What was expected
    before is met by the paper that this advice is about. Called inside approve_advice.
    """
    asked = Recommendation.objects.filter(line__advice=advice)
    has_conditions = asked.filter(kind=RecommendationKind.CONDITION).exists()
    for decision in advice.decisions.select_related("outcome"):
        words = words_for(decision.outcome, has_conditions=has_conditions)
        for paper in decision.papers.select_related("proposal"):
            _settle_earlier(paper, advice)
            if words:
                said = {"words": words, "met_by": _came_later(paper, advice)}
                ExpectedReturn.objects.get_or_create(
                    proposal=paper.proposal, decision=decision, defaults=said
                )


def words_for(outcome, *, has_conditions: bool) -> str:
    """Why a paper with ``outcome`` comes back, or "" if nothing asks for it."""
    letter = outcome.letter if outcome else ""
    if letter == "E":
        return INFORMATION
    return CONDITIONS if letter in WITH_CONDITIONS and has_conditions else ""


def _settle_earlier(paper, advice) -> None:
    earlier = ExpectedReturn.objects.open().filter(proposal=paper.proposal)
    earlier = earlier.exclude(decision__advice=advice)
    if advice.given_on:  # a record may be loaded after what followed it
        earlier = earlier.exclude(decision__made_on__gt=advice.given_on)
    keys = list(earlier.values_list("pk", flat=True))
    ExpectedReturn.objects.filter(pk__in=keys).update(met_by=paper)


def _came_later(paper, advice) -> Paper | None:
    """The paper that came back already, where a record is loaded after what followed it."""
    if advice.given_on is None:
        return None
    later = Paper.objects.filter(
        proposal=paper.proposal, decisions__made_on__gt=advice.given_on
    ).exclude(pk=paper.pk)
    return later.order_by("decisions__made_on", "pk").first()
