"""What is submitted about a proposal at a stage."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from committee.constraints import one_of
from proposals.models.proposal import Proposal
from proposals.states import PAPER_MOVES, PaperState


class Stage(models.TextChoices):
    IN_PRINCIPLE = "in_principle", "In principle"
    PROPOSAL = "proposal", "Proposal"
    FINAL_REPORT = "final_report", "Final report"
    UPDATE = "update", "Update"
    ADDENDUM = "addendum", "Addendum"
    FOLLOW_UP = "follow_up", "Follow-up"
    INFORMATION = "information", "For information"


class PaperQuerySet(models.QuerySet):
    def put(self):
        """Papers that were put to the committee: no drafts, nor drafts that were given up."""
        given_up = models.Q(state=PaperState.WITHDRAWN, submitted_at=None)
        return self.exclude(models.Q(state=PaperState.DRAFT) | given_up)

    def visible_to(self, person):
        """Papers ``person`` may read: the committee all but drafts, a body its own, others none.

        What the public learns of a paper (stage, outcome) comes from published minutes.
        """
        if not person.is_authenticated:
            return self.none()
        if person.is_secretariat:
            return self
        if person.sits_with_committee:
            return self.put()
        bodies = person.appointments.bodies_presented()
        return self.filter(proposal__submitting_body__in=bodies)


class Paper(models.Model):
    """One paper: a proposal at a stage, as it was put to the committee.

    Four roles stay apart: the proposal's sponsor asked for the work, its submitting body
    submits, ``presenters`` present, ``operational_lead`` answers for its use.
    """

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="papers")
    reference = models.CharField(max_length=80, null=True, blank=True)  # as printed
    title = models.CharField(max_length=500, null=True)  # as printed
    stage = models.CharField(max_length=16, choices=Stage, null=True, blank=True)
    stage_text = models.TextField(null=True, blank=True)  # as printed
    submitted_by = models.CharField(max_length=255, null=True, blank=True)  # as printed
    presenters = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="papers_presented"
    )
    operational_lead = models.CharField(max_length=120, blank=True)
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors"
    )
    summary = models.TextField(blank=True)
    state = models.CharField(max_length=16, choices=PaperState, default=PaperState.DRAFT)
    submitted_at = models.DateTimeField(null=True, editable=False)

    objects = PaperQuerySet.as_manager()
    moves = PAPER_MOVES

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("state", PaperState, name="paper_state_known"),
            one_of("stage", Stage, name="paper_stage_known"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("id")), name="paper_does_not_follow_itself"
            ),
        ]

    def __str__(self):
        return self.title or self.proposal.title

    def get_absolute_url(self):
        return reverse("proposals:paper", args=[self.proposal.slug, self.pk])

    def url_to(self, act: str) -> str:
        """Where ``act`` is done to this paper."""
        return reverse(f"proposals:{act}", args=[self.proposal.slug, self.pk])

    @property
    def stage_label(self) -> str:
        """The stage in words, as printed where it is no stage of ours, or nothing."""
        return self.get_stage_display() or self.stage_text or ""

    @property
    def stage_beside(self) -> str:
        """The stage, where the title does not say the same."""
        stage = self.stage_label
        return "" if str(self).casefold() == stage.casefold() else stage


class PaperFile(models.Model):
    """A file of a paper, stored once by its SHA-256 and served only through its view."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "sha256"], name="paper_file_once"),
        ]

    def __str__(self):
        return self.name
