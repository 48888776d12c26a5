"""What a member notes for themselves. Private means private."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.closed import open_to
from meetings.models.agenda import AgendaItem


class PrivateNoteQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Each sees their own and nobody, whatever their role, another's."""
        own = self.filter(member=person) if person.is_authenticated else self.none()
        return open_to(own, person)


class PrivateNote(models.Model):
    """What one member notes about an item, or about a paper wherever it is heard.

    It is shown to that member and nobody else, is not part of any record, export or event, and
    is removed for good (meetings/notes.py).
    """

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, related_name="+")
    paper = models.ForeignKey("proposals.Paper", models.CASCADE, null=True, related_name="+")
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()

    objects = PrivateNoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item=None, paper__isnull=False) | Q(item__isnull=False, paper=None),
                name="note_on_an_item_or_a_paper",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="note_says_something"),
            models.UniqueConstraint(fields=["member", "item"], name="note_once_per_item"),
            models.UniqueConstraint(fields=["member", "paper"], name="note_once_per_paper"),
        ]

    def __str__(self):
        return "A private note"

    @property
    def about(self):
        return self.item or self.paper
