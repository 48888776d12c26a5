"""The enduring thing: a system or project that lives for years under several names."""

import re

from django.db import models
from django.urls import reverse

from committee.closed import open_to
from committee.constraints import one_of


def normalised(name: str) -> str:
    """``name`` as it is compared: lower case, letters and digits only, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", name.lower()))


class ProposalKind(models.TextChoices):
    PREDICTIVE = "predictive", "Predictive"
    EXPLANATORY = "explanatory", "Explanatory"
    DESCRIPTIVE = "descriptive", "Descriptive"
    EXPLORATORY = "exploratory", "Exploratory"
    SIMULATION = "simulation", "Simulation"
    STRATEGIC = "strategic", "Strategic or policy question"


class ProposalLevel(models.TextChoices):
    INDIVIDUAL = "individual", "Individual-level"
    AREA = "area", "Area-level"
    ORGANISATION = "organisation", "Organisation-level"


class ProposalPhase(models.TextChoices):
    IDEA = "idea", "In principle"
    DEVELOPMENT = "development", "In development"
    TRIAL = "trial", "On trial"
    USE = "use", "In use"
    ENDED = "ended", "Ended"


class ProposalQuerySet(models.QuerySet):
    def published(self):
        """Proposals named in published minutes; publishing sets ``is_public``."""
        return self.filter(is_public=True)

    def visible_to(self, person):
        """All for the secretariat, those put to it for the committee, their own for bodies.

        Published ones are for everybody.
        """
        if person.is_authenticated and person.is_secretariat:
            return open_to(self, person)
        if person.is_authenticated and person.sits_with_committee:
            put = models.Q(papers__accepted_at__isnull=False)
            return open_to(self.filter(models.Q(is_public=True) | put).distinct(), person)
        if person.is_authenticated:
            bodies = person.appointments.bodies_presented()
            return self.filter(models.Q(is_public=True) | models.Q(submitting_body__in=bodies))
        return self.published()

    def named(self, name: str):
        """Proposals whose title, alias or reference is ``name``, however it is spelt."""
        return self.filter(
            models.Q(aliases__normalised=normalised(name)) | models.Q(reference__iexact=name)
        ).distinct()


class Proposal(models.Model):
    """A system or project put to the committee (IOM, RASSO …), whatever papers come and go."""

    slug = models.SlugField(max_length=80, unique=True)
    reference = models.CharField(max_length=80, unique=True, null=True, blank=True)
    title = models.CharField(max_length=500)
    summary = models.TextField(blank=True)
    submitting_body = models.ForeignKey(
        "committee.Organisation", models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    sponsor = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=16, choices=ProposalKind, null=True, blank=True)
    level = models.CharField(max_length=16, choices=ProposalLevel, null=True, blank=True)
    phase = models.CharField(max_length=16, choices=ProposalPhase, null=True, blank=True)
    is_public = models.BooleanField(default=False, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            one_of("kind", ProposalKind, name="proposal_kind_known"),
            one_of("level", ProposalLevel, name="proposal_level_known"),
            one_of("phase", ProposalPhase, name="proposal_phase_known"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("proposals:proposal", args=[self.slug])


class ProposalAlias(models.Model):
    """A name the proposal has been printed under; its own title is one too."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=500)
    normalised = models.CharField(max_length=500, editable=False, db_index=True)
    is_public = models.BooleanField(default=False, editable=False)  # stands in published minutes

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "proposal aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "normalised"], name="alias_once_per_proposal"
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.normalised = normalised(self.name)
        super().save(*args, **kwargs)
