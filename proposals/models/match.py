"""When it is not certain which proposal a paper belongs to, and what became of merged ones."""

from django.conf import settings
from django.db import models

from committee.constraints import has_once, one_of, together
from proposals.models.paper import Paper
from proposals.models.proposal import Proposal
from proposals.states import MATCH_MOVES, MatchState


class ProposalMatchQuerySet(models.QuerySet):
    def open(self):
        """Questions nobody has answered, nor a merger since."""
        waiting = self.filter(state=MatchState.OPEN)
        return waiting.exclude(paper__proposal=models.F("candidate"))


class ProposalMatch(models.Model):
    """A question for the secretariat: is this paper about ``candidate``?

    The paper came in a record under a name much like the candidate's. Until somebody
    answers it stands under a provisional proposal of its own.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="matches")
    candidate = models.ForeignKey(Proposal, models.CASCADE, related_name="matches")
    score = models.DecimalField(max_digits=3, decimal_places=2)  # 1.00: the same words
    reason = models.CharField(max_length=255)
    state = models.CharField(max_length=16, choices=MatchState, default=MatchState.OPEN)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = ProposalMatchQuerySet.as_manager()
    moves = MATCH_MOVES

    class Meta:
        ordering = ["-score", "pk"]
        verbose_name = "question"
        verbose_name_plural = "questions"
        constraints = [
            one_of("state", MatchState, name="match_state_known"),
            together("decided_at", "decided_by", name="match_decided_by_someone_at_some_time"),
            has_once(
                [MatchState.CONFIRMED, MatchState.REJECTED],
                "decided_at",
                name="match_answered_at_some_time",
            ),
            models.UniqueConstraint(fields=["paper", "candidate"], name="match_asked_once"),
        ]

    def __str__(self):
        return f"Is “{self.paper}” about “{self.candidate}”?"


class FormerSlug(models.Model):
    """An address a proposal had before it was merged into another: old links still lead there."""

    slug = models.SlugField(max_length=80, unique=True)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="former_slugs")

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug
