from django.db import models
from django.db.models import Q


class AnswersFor(models.TextChoices):
    """Whose points the people of an office answer; where none is said, both."""

    PCC = "office", "The PCC"
    FORCE = "force", "The force and its Chief Constable"


class Organisation(models.Model):
    """A body whose people submit papers, present them or receive advice: Lab, NDAS, OPCC …"""

    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=40, blank=True)
    is_submitting_body = models.BooleanField(default=False)
    receives_advice = models.BooleanField(
        default=False
    )  # the PCC's and the Chief Constable's office
    advice_addressee = models.CharField(max_length=120, blank=True)  # as a letter addresses them
    email = models.EmailField(blank=True)
    answers_for = models.CharField(max_length=16, choices=AnswersFor, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answers_for__in=["", *AnswersFor.values]),
                name="organisation_answers_for_known",
            )
        ]

    def __str__(self):
        return self.short_name or self.name
