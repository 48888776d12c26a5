"""What a paper says: its sections as they are written, its evidence, each submitted version."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from committee.closed import open_to
from committee.constraints import one_of
from proposals.models.outline import PaperSection
from proposals.models.paper import Paper, PaperFile, Stage


class OfPaperQuerySet(models.QuerySet):
    """Rows that belong to a paper are read by those who may read the paper."""

    def visible_to(self, person):
        return open_to(self.filter(paper__in=Paper.objects.visible_to(person)), person)


class SectionText(models.Model):
    """What a paper says in one section. ``version`` grows with each save."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="texts")
    section = models.ForeignKey(PaperSection, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = OfPaperQuerySet.as_manager()

    class Meta:
        ordering = ["section__position"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "section"], name="section_text_once"),
        ]

    def __str__(self):
        return f"{self.section}: {self.text[:60]}"


class EvidenceKind(models.TextChoices):
    """What a paper is backed by (domain B12)."""

    DPIA = "dpia", "Data protection impact assessment"
    LEGAL_OPINION = "legal_opinion", "Legal opinion"
    EQUALITY = "equality", "Equality impact assessment"
    BIAS_TESTING = "bias_testing", "Bias testing"
    SHARING_AGREEMENT = "sharing_agreement", "Data sharing agreement"


class EvidenceStatus(models.TextChoices):
    NOT_STARTED = "not_started", "Not started"
    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"
    APPROVED = "approved", "Approved"
    NOT_NEEDED = "not_needed", "Not needed"  # with the reason in ``note``


class Evidence(models.Model):
    """One piece of evidence of a paper: how far it is, of what day, approved by whom, its file."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20, choices=EvidenceKind)
    status = models.CharField(max_length=16, choices=EvidenceStatus)
    dated = models.DateField(null=True, blank=True)
    approver = models.CharField(max_length=120, blank=True)
    covers_human_rights = models.BooleanField(null=True, blank=True)  # of a legal opinion
    note = models.TextField(blank=True)
    file = models.ForeignKey(
        PaperFile, models.SET_NULL, null=True, blank=True, related_name="evidence"
    )

    objects = OfPaperQuerySet.as_manager()

    class Meta:
        ordering = ["kind"]
        verbose_name_plural = "evidence"
        constraints = [
            one_of("kind", EvidenceKind, name="evidence_kind_known"),
            one_of("status", EvidenceStatus, name="evidence_status_known"),
            models.UniqueConstraint(fields=["paper", "kind"], name="evidence_once_per_paper"),
            models.CheckConstraint(
                condition=~models.Q(status=EvidenceStatus.NOT_NEEDED) | ~models.Q(note=""),
                name="evidence_not_needed_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_status_display().lower()}"

    @property
    def is_done(self) -> bool:
        """Whether it is there to be looked at, or not needed for a reason."""
        return self.status not in {EvidenceStatus.NOT_STARTED, EvidenceStatus.DRAFT}

    @property
    def lacks(self) -> list[str]:
        """What a reader needs to look at it and does not find: its file, its day."""
        if not self.is_done or self.status == EvidenceStatus.NOT_NEEDED:
            return []
        return [name for name, there in (("file", self.file_id), ("date", self.dated)) if not there]

    @property
    def tone(self) -> str:
        return "good" if self.is_done and not self.lacks else "wait"

    @property
    def said(self) -> str:
        """How far it is, on one line."""
        words = [self.get_status_display()]
        if self.dated:
            words.append(f"{self.dated:%-d %B %Y}")
        if self.approver:
            words.append(f"by {self.approver}")
        if self.covers_human_rights:
            words.append("human rights part included")
        return ", ".join(words)


class Requirement(models.Model):
    """What the terms ask of papers at a stage: evidence of a kind, or a section that is filled."""

    terms = models.ForeignKey(
        "committee.TermsOfReference", models.CASCADE, related_name="requirements"
    )
    stage = models.CharField(max_length=16, choices=Stage)
    evidence = models.CharField(max_length=20, choices=EvidenceKind, blank=True)
    section = models.SlugField(max_length=40, blank=True)  # the key of a PaperSection
    is_blocking = models.BooleanField(default=False)  # else it warns

    class Meta:
        ordering = ["terms", "stage", "pk"]
        constraints = [
            one_of("stage", Stage, name="requirement_stage_known"),
            models.CheckConstraint(
                condition=models.Q(evidence__in=["", *EvidenceKind.values]),
                name="requirement_evidence_known",
            ),
            models.CheckConstraint(
                condition=models.Q(evidence="") ^ models.Q(section=""),
                name="requirement_of_evidence_or_of_a_section",
            ),
            models.UniqueConstraint(
                fields=["terms", "stage", "evidence", "section"],
                name="requirement_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_stage_display()}: {self.get_evidence_display() or self.section}"


class PaperVersionQuerySet(OfPaperQuerySet):
    def newest(self):
        """The last version of each paper."""
        later = PaperVersion.objects.filter(paper=OuterRef("paper"), number__gt=OuterRef("number"))
        return self.exclude(Exists(later))

    def accepted(self):
        """What the committee was given to read: of each accepted paper the last version."""
        return self.newest().filter(paper__accepted_at__isnull=False)

    def visible_to(self, person):
        """All for the secretariat and the body itself; for the committee what it was given."""
        found = super().visible_to(person)
        if person.is_authenticated and person.sits_with_committee and not person.is_secretariat:
            return found.accepted()
        return found


class PaperVersion(models.Model):
    """A paper as it was submitted: what it said, frozen, and the PDF of it. Never rewritten.

    ``snapshot["sections"]`` is a list of ``{"key", "group", "heading", "prompt", "text"}`` in the
    order of the outline, which proposals/said.py reads.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()  # sections, roles, evidence, answers, files by hash
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    document = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = PaperVersionQuerySet.as_manager()

    class Meta:
        ordering = ["paper", "number"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="paper_version_once"),
        ]

    def __str__(self):
        return f"{self.paper}, version {self.number}"


class ReturnPlace(models.TextChoices):
    """Where a reason stands that is about no section."""

    ANSWERS = "answers", "What was asked"
    EVIDENCE = "evidence", "Evidence and files"


class ReturnReason(models.Model):
    """Why a version came back: at one section, at another place, or (without both) as a whole."""

    version = models.ForeignKey(PaperVersion, models.CASCADE, related_name="reasons")
    section = models.ForeignKey(PaperSection, models.PROTECT, null=True, related_name="+")
    place = models.CharField(max_length=16, choices=ReturnPlace, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["section__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(place="") | models.Q(section=None, place__in=ReturnPlace.values),
                name="return_reason_at_one_place",
            ),
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def at(self) -> str:
        """The key of its section, or its place after a colon; "" is the paper as a whole."""
        return self.section.key if self.section_id else self.place and f":{self.place}"
