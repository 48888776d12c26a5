"""What the secretariat looks at before it accepts a paper, beside what the terms require."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.constraints import one_of
from proposals.models.paper import Stage
from proposals.models.writing import PaperVersion


class CheckPoint(models.Model):
    """One thing to look at, of papers of one stage or of all."""

    text = models.CharField(max_length=255)
    stage = models.CharField(max_length=16, choices=Stage, null=True, blank=True)
    is_in_use = models.BooleanField(default=True, editable=False)  # ticks of old papers stay

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("stage", Stage, name="check_point_stage_known"),
            models.CheckConstraint(condition=~Q(text=""), name="check_point_says_something"),
        ]

    def __str__(self):
        return self.text


class CheckTick(models.Model):
    """That a point was looked at in one version, and found right."""

    version = models.ForeignKey(PaperVersion, models.PROTECT, related_name="ticks")
    point = models.ForeignKey(CheckPoint, models.PROTECT, related_name="ticks")
    ticked_at = models.DateTimeField()
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "point"], name="check_ticked_once"),
        ]

    def __str__(self):
        return f"{self.point}: looked at in {self.version}"
