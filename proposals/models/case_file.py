"""The case file: everything on record about one proposal, as one file to take away."""

from django.db import models
from django.urls import reverse

from committee.closed import open_to
from committee.constraints import one_of
from committee.models import Role, SlowWork, SlowWorkQuerySet, slow_work_constraints
from committee.states import DocumentState
from proposals.models.proposal import Proposal
from proposals.states import CASE_FILE_MOVES

KEEPERS = [Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR]  # who have the internal edition


class CaseFileEdition(models.TextChoices):
    INTERNAL = "internal", "Internal edition"
    PUBLIC = "public", "Public edition"


class CaseFileQuerySet(SlowWorkQuerySet):
    def visible_to(self, person):
        """The internal edition for those who keep the case; the public one for all who come.

        What an interest closes to one of the keepers is closed here too (settings.CLOSED_TO).
        """
        public = self.filter(edition=CaseFileEdition.PUBLIC, withdrawn_at=None)
        if not person.is_authenticated:
            return public.filter(proposal__is_public=True)
        if person.holds(*KEEPERS):
            return open_to(self, person)
        return public.filter(proposal__in=Proposal.objects.visible_to(person))

    def published(self):
        """Public editions that are made, the newest first: for everybody."""
        made = self.filter(edition=CaseFileEdition.PUBLIC, state=DocumentState.READY)
        made = made.filter(withdrawn_at=None)
        return made.filter(proposal__is_public=True).order_by("-pk")

    def listed(self):
        """Without the text of each, the newest first."""
        return self.defer("snapshot").select_related("ordered_by").order_by("-ordered_at", "-pk")


class CaseFile(SlowWork):
    """One edition of a proposal's case file: what goes in is frozen in ``snapshot`` when it is
    ordered, and the worker packs that and nothing else. Older ones are kept."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="case_files")
    edition = models.CharField(max_length=8, choices=CaseFileEdition)
    snapshot = models.JSONField()  # its pages, and the files it holds by their SHA-256
    digest = models.CharField(max_length=64)  # of the snapshot: the same again is not made again
    parts = models.PositiveIntegerField()  # how many files it will hold
    parts_done = models.PositiveIntegerField(default=0, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)  # it holds what is not public

    objects = CaseFileQuerySet.as_manager()
    moves = CASE_FILE_MOVES

    class Meta(SlowWork.Meta):
        constraints = [
            *slow_work_constraints("case_file"),
            one_of("edition", CaseFileEdition, name="case_file_edition_known"),
            models.CheckConstraint(
                condition=models.Q(edition=CaseFileEdition.PUBLIC) | models.Q(withdrawn_at=None),
                name="case_file_withdrawn_only_from_the_public",
            ),
            models.CheckConstraint(
                condition=models.Q(parts_done__lte=models.F("parts")),
                name="case_file_no_more_done_than_there_is",
            ),
        ]

    def __str__(self):
        return f"Case file of {self.proposal}, {self.get_edition_display().lower()}"

    def get_absolute_url(self):
        return reverse("proposals:case_file", args=[self.proposal.slug, self.pk])

    @property
    def file_name(self) -> str:
        """What it is called when it is saved: whose, which edition, of what day."""
        return f"case-file-{self.proposal.slug}-{self.edition}-{self.ordered_at:%Y-%m-%d}.zip"
