"""The pack of a meeting: agenda and papers as one PDF, one for each set of closed items."""

from django.db import models

from meetings.models.meeting import Meeting


class Pack(models.Model):
    """A document that is the pack of ``meeting`` for those to whom ``closed`` is closed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="packs")
    document = models.OneToOneField("committee.Document", models.PROTECT, related_name="pack")
    closed = models.TextField(blank=True)  # item-3 paper-12, in order; nothing for most members

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.document)
