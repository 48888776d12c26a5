"""What follows advice: the return that is expected, and the response of those advised."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.closed import open_to
from committee.constraints import one_of
from proposals.models.advice import Decision
from proposals.models.letter import AdviceLetter
from proposals.models.paper import Paper
from proposals.models.proposal import Proposal
from proposals.states import AdviceState


class ExpectedReturnQuerySet(models.QuerySet):
    def open(self):
        """Returns that stand and that no paper has met yet."""
        return self.filter(IN_FORCE, met_by=None)

    def visible_to(self, person):
        """All for the committee; for a body its own, once it may know of them."""
        if not person.is_authenticated:
            return self.none()
        if person.sits_with_committee:
            return open_to(self, person)
        told = Decision.objects.visible_to(person)
        known = Q(decision=None) | Q(decision__in=told)
        return self.filter(known, proposal__in=Proposal.objects.visible_to(person)).filter(
            proposal__submitting_body__in=person.appointments.bodies_presented()
        )


IN_FORCE = Q(decision=None) | Q(decision__advice__state=AdviceState.APPROVED)


class ExpectedReturn(models.Model):
    """That a proposal is to come back: in whose words, by when, and the paper that came."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="expected_returns")
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="expected_returns"
    )
    words = models.CharField(max_length=255)  # "in six months", "once the rebuild is complete"
    due_on = models.DateField(null=True, blank=True)
    met_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="returns_met"
    )
    chased_on = models.DateField(null=True, editable=False)  # last

    objects = ExpectedReturnQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "decision"], name="expected_return_once_per_decision"
            ),
        ]

    def __str__(self):
        return f"{self.proposal}: {self.words}"


class Acceptance(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


class Response(models.Model):
    """What an office that was advised says to the advice, as it or the secretariat entered it."""

    letter = models.ForeignKey(AdviceLetter, models.PROTECT, related_name="responses")
    office = models.ForeignKey("committee.Organisation", models.PROTECT, related_name="+")
    acceptance = models.CharField(max_length=16, choices=Acceptance)
    reasons = models.TextField(blank=True)
    responded_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["responded_on", "pk"]
        constraints = [
            one_of("acceptance", Acceptance, name="response_acceptance_known"),
            models.UniqueConstraint(fields=["letter", "office"], name="response_once_per_office"),
            models.CheckConstraint(
                condition=Q(acceptance=Acceptance.ACCEPTED) | ~Q(reasons=""),
                name="response_says_why_not",
            ),
        ]

    def __str__(self):
        return f"{self.office}: {self.get_acceptance_display().lower()}"
