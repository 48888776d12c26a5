"""Corrections that readers of a draft suggest, each at one line."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.closed import open_to
from committee.constraints import needs, one_of
from committee.models import Role
from meetings.models.minutes import MinutesVersion
from meetings.states import SUGGESTION_MOVES, SuggestionState


class SuggestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=SuggestionState.OPEN)

    def visible_to(self, person):
        """Secretariat and chair see all; whoever else suggested something sees their own."""
        if not person.is_authenticated:
            return self.none()
        if person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):
            return open_to(self, person)
        return open_to(self.filter(by=person), person)


class Suggestion(models.Model):
    """One correction somebody suggests to a draft: how a line reads, and how it should.

    The line is known by its key and its number in the draft, for the row itself may be gone
    by the time this is decided. ``became`` is what an accepted suggestion made of the line.
    """

    version = models.ForeignKey(MinutesVersion, models.PROTECT, related_name="suggestions")
    line_key = models.UUIDField(editable=False)
    paragraph = models.CharField(max_length=12, editable=False)
    before = models.TextField(editable=False)
    after = models.TextField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="suggestions")
    at = models.DateTimeField(editable=False)
    state = models.CharField(max_length=8, choices=SuggestionState, default=SuggestionState.OPEN)
    became = models.TextField(blank=True, editable=False)
    answer = models.TextField(blank=True, editable=False)  # why it was declined
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = SuggestionQuerySet.as_manager()
    moves = SUGGESTION_MOVES

    class Meta:
        ordering = ["version", "at", "pk"]
        constraints = [
            one_of("state", SuggestionState, name="suggestion_state_known"),
            needs(
                [SuggestionState.ACCEPTED, SuggestionState.DECLINED],
                "decided_at",
                "decided_by",
                name="suggestion_decided_by_someone",
            ),
            models.CheckConstraint(condition=~Q(after=""), name="suggestion_says_how_it_should_be"),
            models.CheckConstraint(
                condition=~Q(state=SuggestionState.DECLINED) | ~Q(answer=""),
                name="suggestion_declined_with_a_word",
            ),
        ]

    def __str__(self):
        return f"Suggestion of {self.by} for paragraph {self.paragraph}"

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN
