"""Action points, and what each meeting heard of them."""

from django.conf import settings
from django.db import models

from committee.closed import open_to
from committee.constraints import one_of
from meetings.models.agenda import AgendaItem, Entry
from meetings.models.meeting import Meeting
from meetings.states import ACTION_MOVES, ActionState


class ActionPointQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ActionState.OPEN)

    def visible_to(self, person):
        """Actions of meetings ``person`` may see, for those who sit with the committee."""
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        given = self.filter(meeting__in=Meeting.objects.visible_to(person))
        return open_to(given, person)


class ActionPoint(models.Model):
    """Something to be done, with who is to do it and when as far as it was said."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="actions")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    entry = models.OneToOneField(  # the line of the minutes that says it, if it was made by one
        Entry, models.SET_NULL, null=True, blank=True, related_name="action"
    )
    item_label = models.CharField(max_length=40, null=True, blank=True)  # as printed
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()
    owner = models.CharField(max_length=255, null=True, blank=True)  # as printed
    owner_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    due = models.CharField(max_length=255, null=True, blank=True)  # as printed
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=ActionState, default=ActionState.OPEN)
    record_shape = models.JSONField(default=dict, blank=True)

    objects = ActionPointQuerySet.as_manager()
    moves = ACTION_MOVES

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [one_of("state", ActionState, name="action_state_known")]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"


class ActionUpdate(models.Model):
    """What a later meeting heard of an action."""

    action = models.ForeignKey(ActionPoint, models.CASCADE, related_name="updates")
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="action_updates"
    )
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text
