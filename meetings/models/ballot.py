"""What a member casts: secret until the close, and fixed after it by the database."""

from django.conf import settings
from django.db import models

from meetings.models.vote import Vote


class Ballot(models.Model):
    """One member's ballot: an outcome option, or null to abstain."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ballots")
    choice = models.ForeignKey(
        "committee.OutcomeOption", models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    cast_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "member"], name="ballot_once_per_member")
        ]

    def __str__(self):
        return f"Ballot of {self.member} in {self.vote}"
