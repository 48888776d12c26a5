"""What somebody outside the committee knows of the ledger: it is told by letter, or by minutes.

Rulings take force with their advice, days before a letter is sent. Until then a point stands,
for those who wait for the letter, as it stood before.
"""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, Value, When

from proposals.models import (
    Addressee,
    AdviceLetter,
    Answer,
    PublishedRuling,
    Recommendation,
    Ruling,
)
from proposals.states import LetterState, RecommendationState

PUBLIC = AnonymousUser()  # who reads published minutes and no letter


def told_rulings(reader=None):
    """Rulings of which ``reader`` was told: by a letter they have, or published word for word.

    Without a reader, those of which anybody was told.
    """
    letters = AdviceLetter.objects.visible_to(reader) if reader else AdviceLetter.objects.all()
    sent = letters.filter(state=LetterState.SENT).order_by().values("pk")
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


def known_to(points, reader):
    """``points`` with ``known``: how each stands as far as ``reader`` was told."""
    if reader.is_authenticated and reader.sits_with_committee:
        return points.annotate(known=F("state"))
    told = told_rulings(reader)
    in_force = Ruling.objects.filter(recommendation=OuterRef("pk"), in_force_at__isnull=False)
    last = in_force.order_by("-in_force_at", "-pk").values("pk")[:1]
    untold = Q(last_ruling__isnull=False) & ~Q(last_ruling__in=told.order_by().values("pk"))
    given = Answer.objects.visible_to(reader) if reader.is_authenticated else Answer.objects.all()
    answered = _not_ruled_on(given.given(), told).filter(recommendation=OuterRef("pk"))
    own = answered.filter(body__in=_bodies(reader), recommendation__addressee=Addressee.BODY)
    is_open, is_answered = Value(RecommendationState.OPEN), Value(RecommendationState.ANSWERED)
    return points.annotate(last_ruling=Subquery(last)).annotate(
        known=Case(
            When(untold & Q(Exists(answered)), then=is_answered),
            When(untold, then=is_open),
            When(Q(state=RecommendationState.OPEN) & Q(Exists(own)), then=is_answered),
            default=F("state"),
            output_field=CharField(),
        )
    )


def _bodies(reader):
    return reader.appointments.bodies_presented() if reader.is_authenticated else []


def _not_ruled_on(answers, rulings):
    """Those of ``answers`` that came after the last of ``rulings`` on their point."""
    ruled = rulings.filter(
        recommendation=OuterRef("recommendation"), in_force_at__gte=OuterRef("given_at")
    )
    return answers.filter(~Exists(ruled))
