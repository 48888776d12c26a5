"""What is submitted about a proposal at a stage."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from committee.closed import open_to
from committee.constraints import has_once, one_of, together
from proposals.kinds import kind_of
from proposals.models.outline import PaperOutline
from proposals.models.proposal import Proposal
from proposals.states import FILE_MOVES, PAPER_MOVES, FileState, PaperState


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
        """Papers that are before the committee, or were: what the secretariat accepted."""
        return self.filter(accepted_at__isnull=False)

    def visible_to(self, person):
        """Papers ``person`` may read: the committee what was accepted, a body its own, others none.

        What the public learns of a paper (stage, outcome) comes from published minutes.
        """
        if not person.is_authenticated:
            return self.none()
        if person.is_secretariat:
            return open_to(self, person)
        if person.sits_with_committee:
            return open_to(self.put(), person)
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
    presented_by = models.CharField(max_length=255, blank=True)  # who need no account to present
    presenters = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="papers_presented"
    )
    operational_lead = models.CharField(max_length=120, blank=True)
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors"
    )
    summary = models.TextField(blank=True)
    outline = models.ForeignKey(  # on which it is written; none for papers of loaded records
        PaperOutline, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    wanted_meeting = models.SlugField(max_length=24, blank=True)  # the meeting it is meant for
    state = models.CharField(max_length=16, choices=PaperState, default=PaperState.DRAFT)
    submitted_at = models.DateTimeField(null=True, editable=False)
    is_late = models.BooleanField(default=False, editable=False)  # submitted past the deadline
    accepted_at = models.DateTimeField(null=True, editable=False)

    objects = PaperQuerySet.as_manager()
    moves = PAPER_MOVES

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("state", PaperState, name="paper_state_known"),
            one_of("stage", Stage, name="paper_stage_known"),
            has_once([PaperState.SUBMITTED], "submitted_at", name="paper_submitted_at_some_time"),
            has_once(
                [PaperState.ACCEPTED, PaperState.CONSIDERED],
                "accepted_at",
                name="paper_accepted_at_some_time",
            ),
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
    """A file of a paper, stored once by its SHA-256 and served only through its view.

    ``findings`` is what was found hidden in it when it was marked public: sentences, each with
    whether it could be taken out. The public copy exists once nothing hidden is left.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)
    is_public = models.BooleanField(default=False)  # to be published with the outcome
    public_sha256 = models.CharField(max_length=64, null=True, editable=False)
    public_size = models.PositiveIntegerField(null=True, editable=False)
    state = models.CharField(max_length=8, choices=FileState, default=FileState.READY)
    refusal = models.CharField(max_length=300, blank=True, editable=False)  # what the scanner found
    scan_after = models.DateTimeField(null=True, editable=False)  # held: when it is tried again
    findings = models.JSONField(default=list, editable=False)  # hidden content, in sentences
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    moves = FILE_MOVES

    class Meta:
        ordering = ["pk"]
        verbose_name = "file"
        constraints = [
            models.UniqueConstraint(fields=["paper", "sha256"], name="paper_file_once"),
            one_of("state", FileState, name="file_state_known"),
            together("public_sha256", "public_size", name="file_public_copy_is_whole"),
            models.CheckConstraint(
                condition=models.Q(is_public=True) | models.Q(public_sha256=None),
                name="file_public_copy_only_of_public_files",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=FileState.REFUSED) | ~models.Q(refusal=""),
                name="file_refused_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_ready(self) -> bool:
        """Whether it may be handed out at all: not held, not refused."""
        return self.state == FileState.READY

    @property
    def kind(self) -> str:
        """What kind of file it is, in a word or two."""
        return kind_of(self.media_type)

    @property
    def hides(self) -> list[str]:
        """What keeps it from being published, in sentences."""
        return [found["words"] for found in self.findings if not found["is_removed"]]

    @property
    def loses(self) -> list[str]:
        """What was taken out of its public copy, in sentences."""
        return [found["words"] for found in self.findings if found["is_removed"]]

    def url_to(self, act: str) -> str:
        """Where ``act`` is done to this file."""
        return reverse(f"proposals:{act}", args=[self.paper.proposal.slug, self.paper_id, self.pk])
