"""The agenda, and the lines of the minutes under each of its items."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from committee.constraints import has_once, one_of
from committee.models import Line, line_constraints
from meetings.models.meeting import Meeting
from meetings.states import ITEM_MOVES, ItemState


class ItemKind(models.TextChoices):
    WELCOME = "welcome", "Welcome"
    APOLOGIES = "apologies", "Apologies"
    DECLARATIONS = "declarations", "Declarations of interest"
    LAST_MINUTES = "last_minutes", "Minutes of the last meeting"
    ACTIONS_UPDATE = "actions_update", "Update on actions"
    PAPER = "paper", "Paper"
    INFORMATION = "information", "For information"
    DISCUSSION = "discussion", "Committee discussion"
    ADVICE = "advice", "Committee advice"
    TRAINING = "training", "Training"
    OTHER_BUSINESS = "other_business", "Any other business"
    BREAK = "break", "Break"
    CLOSE = "close", "Close"


class AgendaItem(models.Model):
    """One item of the agenda; ``number`` is as printed, and may repeat or be missing."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=40, null=True, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # where no time says so
    kind = models.CharField(max_length=16, choices=ItemKind)
    title = models.CharField(max_length=500, null=True, blank=True)
    lead = models.JSONField(default=list, blank=True)  # names as printed
    papers = models.ManyToManyField(
        "proposals.Paper", through="ItemPaper", related_name="agenda_items"
    )
    state = models.CharField(max_length=16, choices=ItemState, default=ItemState.WAITING)
    began_at = models.DateTimeField(null=True, editable=False)  # the last time it was taken up
    finished_at = models.DateTimeField(null=True, editable=False)  # the last time it was left
    spent = models.DurationField(default=dt.timedelta, editable=False)  # until it was left
    deferred_to = models.CharField(max_length=80, blank=True)  # "the next meeting", "December"
    chaired_by = models.ForeignKey(  # where somebody else took the chair for it
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    restricted = models.BooleanField(default=False)
    restricted_reason = models.CharField(max_length=255, blank=True)
    record_shape = models.JSONField(default=dict, blank=True)

    moves = ITEM_MOVES

    class Meta:
        ordering = ["meeting", "position"]
        verbose_name = "item"
        constraints = [
            one_of("kind", ItemKind, name="item_kind_known"),
            one_of("state", ItemState, name="item_state_known"),
            has_once([ItemState.UNDER_WAY], "began_at", name="item_under_way_since_some_time"),
            has_once([ItemState.FINISHED], "finished_at", name="item_finished_at_some_time"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state=ItemState.UNDER_WAY),
                name="item_one_under_way_per_meeting",
            ),
            models.CheckConstraint(
                condition=Q(restricted=False) | ~Q(restricted_reason=""),
                name="item_restricted_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "position"], name="item_in_order")]

    def __str__(self):
        return self.title or self.get_kind_display()

    @property
    def is_under_way(self) -> bool:
        return self.state == ItemState.UNDER_WAY

    @property
    def is_finished(self) -> bool:
        return self.state == ItemState.FINISHED

    @property
    def is_deferred(self) -> bool:
        return self.state == ItemState.DEFERRED

    @property
    def is_close(self) -> bool:
        """Whether it is the end of the meeting, which takes no time."""
        return self.kind == ItemKind.CLOSE

    @property
    def has_begun(self) -> bool:
        """Whether it was taken up, and not put back on the running order since."""
        return self.began_at is not None and self.state != ItemState.WAITING

    @property
    def deferred_words(self) -> str:
        """Deferred; Deferred to December; or "" where it is not."""
        if not self.is_deferred:
            return ""
        return f"Deferred to {self.deferred_to}" if self.deferred_to else "Deferred"

    def elapsed(self, now: dt.datetime) -> dt.timedelta:
        """How long the room has been at it, all the times it was taken up together."""
        running = now - self.began_at if self.is_under_way else dt.timedelta()
        return self.spent + max(running, dt.timedelta())

    @property
    def minutes_spent(self) -> int:
        """For how many minutes it was on, until it was left."""
        return round(self.spent.total_seconds() / 60)

    @property
    def kind_beside(self) -> str:
        """Its kind in words, where its title does not say the same."""
        kind = self.get_kind_display()
        return "" if str(self).casefold() == kind.casefold() else kind

    @property
    def withheld_because(self) -> str:
        """Why nothing may be told of it: it is restricted, or it is part of what is; or ""."""
        if self.restricted:
            return self.restricted_reason
        return self.parent.withheld_because if self.parent_id else ""

    @property
    def log_url(self) -> str:
        """Where the lines of this item are written."""
        return reverse("meetings:log_item", args=[self.meeting.slug, self.pk])


class ItemPaper(models.Model):
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="item_papers")
    paper = models.ForeignKey("proposals.Paper", models.PROTECT, related_name="item_papers")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "paper"], name="paper_once_per_item")
        ]

    def __str__(self):
        return f"{self.paper} under {self.item}"


class Entry(Line):
    """One line of the minutes. ``speaker`` is what is printed; ``speaker_person`` who it was,
    kept for those entitled and never published."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="entries")
    speaker = models.CharField(max_length=255, null=True, blank=True)
    speaker_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    after_presenter_left = models.BooleanField(default=False)
    owner = models.CharField(max_length=255, blank=True, default="")  # of an action, as typed
    due = models.CharField(max_length=255, blank=True, default="")

    class Meta(Line.Meta):
        ordering = ["item", "position"]
        verbose_name_plural = "entries"
        constraints = line_constraints("entry")

    @property
    def withheld_because(self) -> str:
        return super().withheld_because or self.item.withheld_because


class AdviceGiven(models.Model):
    """Where in a meeting a piece of advice was given: the item under which it is printed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="advice_given")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="advice_given"
    )
    advice = models.OneToOneField("proposals.Advice", models.PROTECT, related_name="given")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "advice given"

    def __str__(self):
        return f"{self.advice} at {self.meeting}"
