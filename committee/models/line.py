"""A line on record: what minutes and advice are made of."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from committee.constraints import one_of


class LineKind(models.TextChoices):
    """What a line is. The record format names the same kinds."""

    POINT = "point", "Point"
    QUESTION = "question", "Question"
    ANSWER = "answer", "Answer"
    COMMENT = "comment", "Comment"
    NOTE = "note", "Note"
    HEADING = "heading", "Heading"
    ACTION = "action", "Action"
    RECOMMENDATION = "recommendation", "Recommendation"
    CONDITION = "condition", "Condition"


class Line(models.Model):
    """One line: its words, its kind, its place among its siblings, and whether it is withheld.

    ``key`` is made by whoever writes the line (a browser, perhaps offline), so that sending
    it twice makes one line. ``version`` grows with each edit: an edit names the version it
    started from, and a stale one is refused with both texts. ``paragraph`` is the number
    readers cite, given once and never reused. ``record_shape`` keeps how an imported record
    wrote the line where that differs from the usual (an absent key, an empty list).
    """

    key = models.UUIDField(default=uuid4, unique=True)
    kind = models.CharField(max_length=16, choices=LineKind, default=LineKind.POINT)
    text = models.TextField()
    position = models.PositiveIntegerField()
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    restricted = models.BooleanField(default=False)
    restricted_reason = models.CharField(max_length=255, blank=True)
    version = models.PositiveIntegerField(default=1)
    paragraph = models.CharField(max_length=12, blank=True)
    record_shape = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    @property
    def withheld_because(self) -> str:
        """Why its words may not be told: it is restricted, or stands under what is; or ""."""
        if self.restricted:
            return self.restricted_reason
        return self.parent.withheld_because if self.parent_id else ""


def line_constraints(prefix: str) -> list:
    """The rules every line keeps; ``prefix`` makes their names unique per table."""
    return [
        one_of("kind", LineKind, name=f"{prefix}_kind_known"),
        models.CheckConstraint(
            condition=Q(restricted=False) | ~Q(restricted_reason=""),
            name=f"{prefix}_restricted_with_a_reason",
        ),
    ]
