"""What each member has read: theirs alone."""

from django.conf import settings
from django.db import models

from proposals.models.paper import Paper


class ReadingMark(models.Model):
    """That a member has read a paper. Nobody else sees the mark, and nothing is made of it."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="reading_marks")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    marked_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "member"], name="paper_marked_read_once"),
        ]

    def __str__(self):
        return "A reading mark"
