"""The ledger: what was asked, what was answered, what the committee made of the answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from committee.constraints import one_of
from committee.models import LineKind
from proposals.models.advice import Addressee, Advice, AdviceLine, Binding
from proposals.models.ledger_sets import AnswerQuerySet, RecommendationQuerySet
from proposals.models.paper import Paper, PaperFile
from proposals.states import RECOMMENDATION_MOVES, RecommendationState


class RecommendationKind(models.TextChoices):
    """The series in which it is numbered: R-64, C-18, Q-7, U-3."""

    RECOMMENDATION = "R", "Recommendation"
    CONDITION = "C", "Condition"
    QUESTION = "Q", "Question to be addressed"
    UNDERTAKING = "U", "Undertaking"  # what a presenter said they would do


RECOMMENDATION_KINDS = {
    LineKind.RECOMMENDATION: RecommendationKind.RECOMMENDATION,
    LineKind.CONDITION: RecommendationKind.CONDITION,
    LineKind.QUESTION: RecommendationKind.QUESTION,
}


TONES = {
    RecommendationState.OPEN: "info",
    RecommendationState.ANSWERED: "wait",
    RecommendationState.CLOSED: "good",
    RecommendationState.REPLACED: "line",
}


class Recommendation(models.Model):
    """What somebody has to answer, under a number given once: a line of approved advice, or
    what a presenter undertook to do (then ``text`` holds the words)."""

    line = models.OneToOneField(
        AdviceLine, models.PROTECT, null=True, blank=True, related_name="recommendation"
    )
    text = models.TextField(blank=True)  # of an undertaking
    occasion = models.CharField(max_length=255, blank=True)  # where it was undertaken
    asked_on = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=1, choices=RecommendationKind)
    number = models.PositiveIntegerField()
    papers = models.ManyToManyField(Paper, related_name="recommendations")  # asked about these
    addressee = models.CharField(max_length=16, choices=Addressee, default=Addressee.BODY)
    binding = models.CharField(max_length=16, choices=Binding, default=Binding.EXPECTED)
    due = models.CharField(max_length=120, blank=True)  # as said: "next meeting"
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=16, choices=RecommendationState, default=RecommendationState.OPEN
    )
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces"
    )

    objects = RecommendationQuerySet.as_manager()
    moves = RECOMMENDATION_MOVES
    known = ""  # how it stands for a reader who was told less than that: proposals/known.py

    class Meta:
        ordering = ["kind", "number"]
        constraints = [
            one_of("kind", RecommendationKind, name="recommendation_kind_known"),
            one_of("addressee", Addressee, name="recommendation_addressee_known"),
            one_of("binding", Binding, name="recommendation_binding_known"),
            one_of("state", RecommendationState, name="recommendation_state_known"),
            models.UniqueConstraint(fields=["kind", "number"], name="recommendation_number_once"),
            models.CheckConstraint(
                condition=Q(line__isnull=False, text="") | Q(line=None) & ~Q(text=""),
                name="recommendation_has_its_words_once",
            ),
            models.CheckConstraint(
                condition=Q(state=RecommendationState.REPLACED, replaced_by__isnull=False)
                | ~Q(state=RecommendationState.REPLACED) & Q(replaced_by=None),
                name="recommendation_replaced_by_another",
            ),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("proposals:ledger_row", args=[self.label])

    @property
    def label(self) -> str:
        return f"{self.kind}-{self.number}"

    @property
    def words(self) -> str:
        """What was asked."""
        return self.line.text if self.line_id else self.text

    @property
    def asked_at(self) -> str:
        """The occasion on which it was asked."""
        return self.line.advice.occasion if self.line_id else self.occasion

    @property
    def is_standing(self) -> bool:
        return self.state in {RecommendationState.OPEN, RecommendationState.ANSWERED}

    @property
    def known_state(self) -> RecommendationState:
        """How it stands, as far as its reader was told."""
        return RecommendationState(self.known or self.state)

    @property
    def known_replacement(self) -> "Recommendation | None":
        """The one that took its place, once its reader was told."""
        return self.replaced_by if self.known_state == RecommendationState.REPLACED else None

    @property
    def is_known_to_stand(self) -> bool:
        return self.known_state in {RecommendationState.OPEN, RecommendationState.ANSWERED}

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed without an answer."""
        late = self.due_on is not None and self.due_on < timezone.localdate()
        return late and self.known_state == RecommendationState.OPEN

    @property
    def standing_label(self) -> str:
        """How it stands, in a word."""
        return "Overdue" if self.is_overdue else self.known_state.label

    @property
    def standing_tone(self) -> str:
        return "stop" if self.is_overdue else TONES[self.known_state]


class Extent(models.TextChoices):
    DONE = "done", "Done"
    PARTLY = "partly", "Partly done"
    NOT_DONE = "not_done", "Not done"


class Answer(models.Model):
    """What the body says came of a recommendation; drafted in a paper until that is submitted."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="answers")
    paper = models.ForeignKey(  # the paper that says it, if one does
        Paper, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    body = models.ForeignKey(  # whose answer it is, of a point put to submitting bodies
        "committee.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    extent = models.CharField(max_length=16, choices=Extent)
    text = models.TextField()  # what was done, or why not
    file = models.ForeignKey(PaperFile, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True, editable=False)  # null: still a draft

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            one_of("extent", Extent, name="answer_extent_known"),
            models.UniqueConstraint(
                fields=["recommendation", "paper"], name="answer_once_per_paper"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="answer_says_something"),
        ]

    def __str__(self):
        return f"{self.recommendation}: {self.get_extent_display().lower()}"


class Verdict(models.TextChoices):
    CLOSES = "closes", "Closes it"
    KEEPS = "keeps", "Keeps it open"
    REPLACES = "replaces", "Replaces it"


class Ruling(models.Model):
    """What later advice makes of a recommendation. In force once that advice is approved."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="rulings")
    advice = models.ForeignKey(Advice, models.PROTECT, related_name="rulings")
    verdict = models.CharField(max_length=16, choices=Verdict)
    replaced_by = models.ForeignKey(  # the line of the same advice that takes its place
        AdviceLine, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    differing_views = models.TextField(blank=True)  # that some saw it otherwise; without names
    in_force_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("verdict", Verdict, name="ruling_verdict_known"),
            models.UniqueConstraint(fields=["recommendation", "advice"], name="ruling_once"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.REPLACES, replaced_by__isnull=False)
                | ~Q(verdict=Verdict.REPLACES) & Q(replaced_by=None),
                name="ruling_replaces_by_a_line",
            ),
        ]

    def __str__(self):
        return f"{self.recommendation}: {self.get_verdict_display().lower()}"
