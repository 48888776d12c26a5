"""What a paper is asked to say: sections with their prompts, as data, by version."""

import datetime as dt

from django.db import models
from django.utils import timezone

from committee.constraints import one_of


class PaperOutlineQuerySet(models.QuerySet):
    def on(self, day: dt.date | None = None):
        """The version in use on ``day`` (today), or None."""
        day = day or timezone.localdate()
        return self.filter(in_use_from__lte=day).order_by("-in_use_from").first()


class PaperOutline(models.Model):
    """One version of the sections that a paper is written in. A paper keeps to its own version."""

    version = models.PositiveSmallIntegerField(unique=True)
    in_use_from = models.DateField(unique=True)
    source = models.CharField(max_length=255, blank=True)  # where its words are taken from

    objects = PaperOutlineQuerySet.as_manager()

    class Meta:
        ordering = ["-in_use_from"]

    def __str__(self):
        return f"Outline of papers, version {self.version}"


class SectionGroup(models.TextChoices):
    PAPER = "paper", "The paper"
    ALGO_CARE = "algo_care", "ALGO-CARE"


class PaperSection(models.Model):
    """One section of an outline: its heading, and what is asked under it."""

    outline = models.ForeignKey(PaperOutline, models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=40)  # the same section of another version has the same key
    group = models.CharField(max_length=16, choices=SectionGroup, default=SectionGroup.PAPER)
    heading = models.CharField(max_length=120)
    prompt = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["outline", "position"]
        constraints = [
            one_of("group", SectionGroup, name="section_group_known"),
            models.UniqueConstraint(fields=["outline", "key"], name="section_once_per_outline"),
        ]

    def __str__(self):
        return self.heading
