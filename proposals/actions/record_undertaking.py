import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Counter, Person
from proposals.models import Addressee, Binding, Paper, Recommendation, RecommendationKind


@act
def record_undertaking(  # noqa: PLR0913 -- an undertaking has this many facts
    papers: list[Paper],
    *,
    by: Person,
    text: str,
    occasion: str = "",
    asked_on: dt.date | None = None,
    addressee: str = Addressee.BODY,
    due: str = "",
    due_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> Recommendation:
    """Number what a presenter said they would do about ``papers``, to be followed like the rest."""
    require(by, "proposals.record_undertaking", papers)
    undertaking = Recommendation.objects.create(
        kind=RecommendationKind.UNDERTAKING,
        number=Counter.next(RecommendationKind.UNDERTAKING.value),
        text=text,
        occasion=occasion,
        asked_on=asked_on,
        addressee=addressee,
        binding=Binding.EXPECTED,
        due=due,
        due_on=due_on,
    )
    undertaking.papers.set(papers)
    facts = {"text": text, "papers": [paper.pk for paper in papers]}
    record("proposals.record_undertaking", undertaking, by=by, at=at, **facts)
    return undertaking
