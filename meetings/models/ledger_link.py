"""Which line of the minutes made an undertaking, or told what came of a point asked before."""

from django.db import models

from committee.constraints import one_of
from meetings.models.agenda import Entry


class Telling(models.TextChoices):
    UNDERTAKES = "undertakes", "Undertakes it"
    UPDATES = "updates", "Tells what came of it"


class LedgerLink(models.Model):
    """A line of the minutes and a point of the ledger that belong together."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="ledger_links")
    recommendation = models.ForeignKey(
        "proposals.Recommendation", models.PROTECT, related_name="lines_of_minutes"
    )
    telling = models.CharField(max_length=10, choices=Telling)

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("telling", Telling, name="ledger_link_telling_known"),
            models.UniqueConstraint(fields=["entry", "recommendation"], name="ledger_link_once"),
        ]

    def __str__(self):
        return f"{self.recommendation}: {self.entry}"
