"""What somebody outside the committee knows of the ledger: it is told by letter, or by minutes.

Rulings take force with their advice, days before a letter is sent. Until then a point stands,
for those who wait for the letter, as it stood before.
"""

from django.db.models import Exists, OuterRef, Q

from proposals.models import (
    Addressee,
    AdviceLetter,
    Answer,
    PublishedRuling,
    Recommendation,
    Ruling,
)
from proposals.states import LetterState, RecommendationState


def told_rulings():
    """Rulings of which anybody was told: by a letter, or published word for word."""
    sent = AdviceLetter.objects.filter(state=LetterState.SENT).order_by().values("pk")
    same = PublishedRuling.objects.filter(
        kind=OuterRef("recommendation__kind"),
        number=OuterRef("recommendation__number"),
        verdict=OuterRef("verdict"),
        reason=OuterRef("reason"),
        differing_views=OuterRef("differing_views"),
    )
    in_force = Ruling.objects.filter(in_force_at__isnull=False)
    return in_force.filter(Q(advice__letter__in=sent) | Exists(same))


def awaiting(points, bodies):
    """Those of ``points`` to which one of ``bodies`` owes an answer.

    What it answered waits for the committee; what the committee then kept open, and told so,
    is owed again. A point about papers of several bodies is answered by each of them.
    """
    answered = _not_ruled_on(Answer.objects.given(), told_rulings()).filter(
        recommendation=OuterRef("recommendation"), body=OuterRef("paper__proposal__submitting_body")
    )
    owed = Recommendation.papers.through.objects.filter(
        ~Exists(answered),
        recommendation=OuterRef("pk"),
        paper__proposal__submitting_body__in=bodies,
    )
    return points.filter(Exists(owed), state=RecommendationState.OPEN, addressee=Addressee.BODY)


def _not_ruled_on(answers, rulings):
    """Those of ``answers`` that came after the last of ``rulings`` on their point."""
    ruled = rulings.filter(
        recommendation=OuterRef("recommendation"), in_force_at__gte=OuterRef("given_at")
    )
    return answers.filter(~Exists(ruled))
