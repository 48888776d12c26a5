"""What the committee decided and advised: decisions, advice and its lines."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from committee.closed import open_to
from committee.constraints import has_once, one_of, together
from committee.models import Line, line_constraints
from committee.order import in_order
from proposals.models.paper import Paper
from proposals.states import (
    ADVICE_MOVES,
    AdviceState,
    LetterState,
)


class AdviceQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Advice as it is written is for the committee; others read the letter."""
        if person.is_authenticated and person.sits_with_committee:
            return open_to(self, person)
        return self.none()


class Advice(models.Model):
    """Advice given together on one or more decisions, to the PCC and the Chief Constable.

    ``occasion`` says where it was given, in words a letter can use; the meeting itself is
    known to the meetings app, which points here.
    """

    heading = models.CharField(max_length=500, null=True, blank=True)  # as printed
    occasion = models.CharField(max_length=255, blank=True)
    given_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=16, choices=AdviceState, default=AdviceState.DRAFTED)
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    record_shape = models.JSONField(default=dict, blank=True)

    objects = AdviceQuerySet.as_manager()
    moves = ADVICE_MOVES

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "advice"
        constraints = [
            one_of("state", AdviceState, name="advice_state_known"),
            together("approved_at", "approved_by", name="advice_approved_by_someone_at_some_time"),
            has_once([AdviceState.APPROVED], "approved_at", name="advice_approved_at_some_time"),
        ]

    def __str__(self):
        return self.heading or "Advice"

    def lines_in_order(self) -> list:
        """Its lines as they are read, each followed by those nested under it."""
        return in_order(self.lines.all())


class Addressee(models.TextChoices):
    """Who is to act."""

    BODY = "body", "Submitting body"
    FORCE = "force", "Force"
    OFFICE = "office", "PCC"
    COMMITTEE = "committee", "Committee"


class Binding(models.TextChoices):
    REQUIRED = "required", "To be met before the next stage"
    EXPECTED = "expected", "An answer is expected"
    OFFERED = "offered", "For consideration"


class AdviceLine(Line):
    """One line of advice: a comment, a question to be addressed, a recommendation, a condition."""

    advice = models.ForeignKey(Advice, models.CASCADE, related_name="lines")
    addressee = models.CharField(max_length=120, blank=True)  # who is to act: Lab, WMP, PCC …
    due = models.CharField(max_length=120, blank=True)  # as said: "next meeting"
    due_on = models.DateField(null=True, blank=True)
    put_to = models.CharField(max_length=16, choices=Addressee, blank=True)
    binding = models.CharField(max_length=16, choices=Binding, blank=True)

    class Meta(Line.Meta):
        ordering = ["advice", "position"]
        constraints = [
            *line_constraints("advice_line"),
            models.CheckConstraint(
                condition=Q(put_to__in=["", *Addressee.values]), name="advice_line_put_to_known"
            ),
            models.CheckConstraint(
                condition=Q(binding__in=["", *Binding.values]), name="advice_line_binding_known"
            ),
        ]


class Result(models.TextChoices):
    """What came of a paper: a letter of the terms, or one of the results without a letter."""

    OUTCOME = "outcome", "Outcome"
    NOT_ASKED = "not_asked", "Committee not asked to advise"
    NO_OUTCOME = "no_outcome", "No outcome recorded"
    DEFERRED = "deferred", "Deferred"


class Unanimity(models.TextChoices):
    UNANIMOUS = "unanimous", "Unanimous"
    MAJORITY = "majority", "By a majority"
    NOT_STATED = "not_stated", "Not stated"


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """All for the committee; for others those told in a letter or in published minutes."""
        if not person.is_authenticated:
            return self.none()
        if person.sits_with_committee:
            return open_to(self, person)
        told = Q(advice__letter__state=LetterState.SENT) | Q(pk__in=Decision.objects.published())
        return self.filter(told).distinct()

    def published(self):
        """Those that published minutes tell."""
        found = self.filter(
            advice__state=AdviceState.APPROVED,
            papers__published_outcomes__result=F("result"),
            papers__published_outcomes__letter=Coalesce("outcome__letter", Value("")),
        )
        return found.order_by().values("pk")


class Decision(models.Model):
    """One decision over one or more papers. ``wording`` is the sentence that records it."""

    papers = models.ManyToManyField(Paper, through="DecisionPaper", related_name="decisions")
    advice = models.ForeignKey(
        Advice, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    position = models.PositiveIntegerField(default=0)
    result = models.CharField(max_length=16, choices=Result)
    outcome = models.ForeignKey(
        "committee.OutcomeOption", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    unanimity = models.CharField(max_length=16, choices=Unanimity, default=Unanimity.NOT_STATED)
    wording = models.TextField(null=True, blank=True)  # as printed
    reason = models.TextField(blank=True)  # the chair's, where the vote alone did not decide
    differing_views = models.TextField(blank=True)  # that some saw it otherwise; without names
    made_on = models.DateField(null=True, blank=True)
    record_shape = models.JSONField(default=dict, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["advice", "position", "pk"]
        constraints = [
            one_of("result", Result, name="decision_result_known"),
            one_of("unanimity", Unanimity, name="decision_unanimity_known"),
            models.CheckConstraint(
                condition=Q(result=Result.OUTCOME, outcome__isnull=False)
                | (~Q(result=Result.OUTCOME) & Q(outcome=None)),
                name="decision_has_an_outcome_or_another_result",
            ),
        ]

    def __str__(self):
        return str(self.outcome) if self.outcome_id else self.get_result_display()

    def papers_in_order(self) -> list[Paper]:
        return [link.paper for link in self.decision_papers.select_related("paper__proposal")]


class DecisionPaper(models.Model):
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="decision_papers")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="decision_papers")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "paper"], name="paper_once_per_decision")
        ]

    def __str__(self):
        return f"{self.paper}: {self.decision}"
