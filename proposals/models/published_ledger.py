"""What published minutes say was asked, and what they ruled on it, as rows for open pages."""

from django.db import models

from committee.constraints import one_of
from proposals.models.ledger import Extent, RecommendationKind, Verdict
from proposals.models.paper import Paper
from proposals.models.published import InMinutes


class PublishedRecommendation(InMinutes):
    """One recommendation, condition or question in the words of published minutes."""

    kind = models.CharField(max_length=1, choices=RecommendationKind)
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    withheld = models.CharField(max_length=255, blank=True)  # the reason, if its words are
    put_to = models.CharField(max_length=255, blank=True)  # as minutes say: To the Lab, due …
    papers = models.ManyToManyField(Paper, related_name="published_recommendations")

    class Meta:
        ordering = ["-held_on", "-meeting_slug", "kind", "number"]
        constraints = [
            one_of("kind", RecommendationKind, name="published_recommendation_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "number"], name="published_recommendation_once"
            ),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return f"/recommendations/{self.label}/"

    @property
    def label(self) -> str:
        return f"{self.kind}-{self.number}"


class PublishedRuling(InMinutes):
    """What published minutes made of a recommendation, and the answer they ruled on."""

    kind = models.CharField(max_length=1, choices=RecommendationKind)
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=16, choices=Verdict)
    replaced_by = models.CharField(max_length=12, blank=True)
    reason = models.TextField(blank=True)
    differing_views = models.TextField(blank=True)
    extent = models.CharField(max_length=16, choices=Extent, blank=True)  # of the answer
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ["-held_on", "-meeting_slug", "kind", "number"]
        constraints = [
            one_of("verdict", Verdict, name="published_ruling_verdict_known"),
            models.UniqueConstraint(
                fields=["meeting_slug", "kind", "number"], name="published_ruling_once"
            ),
        ]

    def __str__(self):
        return f"{self.kind}-{self.number}, {self.held}: {self.get_verdict_display().lower()}"
