"""Who was reminded of what: each occasion once, whatever happens to the clock."""

from django.conf import settings
from django.db import models


class Reminder(models.Model):
    """That ``person`` was told of one occasion: a thing that is due, and how near or late it is.

    The row is written with the mail, in one transaction; the database takes it once.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminded_of")
    occasion = models.CharField(max_length=120)  # proposals.recommendation-12 of 2026-03-02: on
    day = models.DateField()  # on which they were told

    class Meta:
        ordering = ["day", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "occasion"], name="reminded_once")]

    def __str__(self):
        return f"{self.person}: {self.occasion}"


class ReminderDay(models.Model):
    """That everybody was reminded on this day: nobody need be looked at again before the next."""

    day = models.DateField(unique=True)

    class Meta:
        ordering = ["day"]

    def __str__(self):
        return str(self.day)
