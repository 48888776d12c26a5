from django.db import models


class EventQuerySet(models.QuerySet):
    def about(self, subject):
        """What was done to ``subject``, the latest first."""
        return self.filter(
            subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
        ).order_by("-number")


class Event(models.Model):
    """One line of the record: who did what to which thing, and when.

    It holds names and keys as text, not foreign keys: the record outlives what it
    describes and never stops anything from being removed. The database refuses to change
    or delete a row (migration 0002); committee/audit.py writes and checks the chain.
    """

    number = models.PositiveBigIntegerField(unique=True)
    act = models.CharField(max_length=64, db_index=True)
    subject_type = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=36)
    subject_name = models.CharField(max_length=255)
    actor_id = models.CharField(max_length=36)
    actor_name = models.CharField(max_length=255)
    at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="event_by_subject")]

    def __str__(self):
        return f"{self.number}. {self.actor_name}: {self.act} {self.subject_name}"
