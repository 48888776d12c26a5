"""Which points of the ledger, and which answers to them, somebody may see."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.module_loading import import_string

from committee.closed import open_to
from committee.models import Role
from committee.withheld import withheld
from proposals.models.advice import Addressee, AdviceLine, Decision
from proposals.models.letter import AdviceLetter
from proposals.models.paper import Paper
from proposals.states import LetterState, PaperState, RecommendationState


def _is_withheld() -> Q:
    found = Q(line__in=withheld(AdviceLine))
    for name in settings.WITHHELD:
        found |= import_string(name)()
    return found


class RecommendationQuerySet(models.QuerySet):
    def visible_to(self, person):
        """All for the committee; for others what a letter or published minutes told them."""
        if not person.is_authenticated:
            return self.none()
        if person.sits_with_committee:
            return open_to(self, person)
        told = Decision.objects.visible_to(person).filter(
            papers__in=Paper.objects.visible_to(person)
        )
        letters = AdviceLetter.objects.visible_to(person)
        mine = Q(line=None, papers__in=Paper.objects.visible_to(person))
        from_advice = Q(line__advice__decisions__in=told) | Q(line__advice__letter__in=letters)
        return self.without_withheld().filter(mine | from_advice).distinct()

    def told(self):
        """What those it is put to can know of: in a letter that was sent, in published minutes,
        or undertaken by them."""
        sent = Q(line__advice__letter__state=LetterState.SENT)
        published = Q(line__advice__decisions__in=Decision.objects.published())
        known = self.without_withheld().filter(Q(line=None) | sent | published)
        return self.filter(pk__in=known.order_by().values("pk"))

    def withheld(self):
        """Those whose words are withheld: of a restricted line or one under it, of advice or
        of minutes (settings.WITHHELD)."""
        return self.filter(_is_withheld())

    def without_withheld(self):
        return self.exclude(_is_withheld())

    def labelled(self, label: str):
        """That of the number R-64, or none."""
        kind, _, number = label.partition("-")
        return self.filter(kind=kind, number=int(number) if number.isdecimal() else 0)

    def standing(self):
        """What nobody has closed or replaced."""
        return self.filter(state__in=[RecommendationState.OPEN, RecommendationState.ANSWERED])


class AnswerQuerySet(models.QuerySet):
    def given(self):
        """Those that stand: given, and not withdrawn with their paper."""
        return self.filter(given_at__isnull=False).exclude(paper__state=PaperState.WITHDRAWN)

    def visible_to(self, person):
        """Those that were given, and drafts in papers ``person`` may read.

        What a paper answers comes before the committee with the paper, not before. A point may
        be put to several bodies: none of them reads what another answers.
        """
        if not person.is_authenticated:
            return self.none()
        readable = Paper.objects.visible_to(person)
        given = self.filter(given_at__isnull=False)
        if person.sits_with_committee or person.holds(Role.OFFICE):
            unseen = Q(paper__state__in=[PaperState.SUBMITTED, PaperState.RETURNED])
            return open_to(given.exclude(unseen) | self.filter(paper__in=readable), person)
        found = given | self.filter(paper__in=readable)
        of_nobody = Q(body=None) & ~Q(recommendation__addressee=Addressee.BODY)
        return found.filter(Q(body__in=person.appointments.bodies_presented()) | of_nobody)
