"""The letter that carries advice to those who decide."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from committee.closed import open_to
from committee.constraints import has_once, one_of, together
from committee.models import Role
from proposals.models.advice import Advice, Decision
from proposals.states import LETTER_MOVES, LetterState


class AdviceLetterQuerySet(models.QuerySet):
    def visible_to(self, person):
        """All for those who keep them, sent ones for those they are for or about."""
        if not person.is_authenticated:
            return self.none()
        if person.sits_with_committee:
            return open_to(self, person)
        sent = self.filter(state=LetterState.SENT)
        if person.holds(Role.OFFICE):
            return sent
        bodies = person.appointments.bodies_presented()
        about = Decision.objects.filter(papers__proposal__submitting_body__in=bodies)
        return sent.filter(advice__in=about.values("advice"))


class AdviceLetter(models.Model):
    """The letter that carries one piece of advice to the PCC and the Chief Constable."""

    advice = models.OneToOneField(Advice, models.PROTECT, related_name="letter")
    opening = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    signatory = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=16, choices=LetterState, default=LetterState.DRAFTED)
    document = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, editable=False, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = AdviceLetterQuerySet.as_manager()
    moves = LETTER_MOVES

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("state", LetterState, name="letter_state_known"),
            together("approved_at", "approved_by", name="letter_approved_by_someone_at_some_time"),
            together("sent_at", "sent_by", name="letter_sent_by_someone_at_some_time"),
            has_once(
                [LetterState.APPROVED, LetterState.SENT],
                "approved_at",
                "document",
                name="letter_approved_has_its_document",
            ),
            has_once([LetterState.SENT], "sent_at", name="letter_sent_at_some_time"),
        ]

    def __str__(self):
        return f"Letter: {self.advice}"

    def get_absolute_url(self):
        return reverse("proposals:letter", args=[self.pk])

    @property
    def reference(self) -> str:
        """The number to be quoted in a reply."""
        return f"L-{self.pk}"
