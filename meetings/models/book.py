"""What the minute book keeps beside its lines: what they said, and what helps to write them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from committee.constraints import one_of
from committee.models import LineKind
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class Change(models.TextChoices):
    """What was done to a line."""

    FOUND = "found", "As it was before its history began"  # a line of an imported record
    NOTED = "noted", "Written"
    REVISED = "revised", "Changed"
    MOVED = "moved", "Moved"
    GONE = "gone", "Moved to another item"  # said in the item that it left
    REMOVED = "removed", "Removed"
    WITHHELD = "withheld", "Withheld"
    OPENED = "opened", "No longer withheld"
    RESTORED = "restored", "Put back"


class EntryVersion(models.Model):
    """A line as it stood after one change: written in the act that made it, then never changed.

    Its ``pk`` counts the changes of all lines in the order in which they were made, for acts
    are done one at a time: it is the mark by which a page knows what it has not seen.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    # a line's history outlives its item, which may be taken off the agenda once it is empty
    item = models.ForeignKey(
        AgendaItem, models.DO_NOTHING, db_constraint=False, related_name="line_versions"
    )
    key = models.UUIDField()  # of the line
    change = models.CharField(max_length=8, choices=Change)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=LineKind)
    text = models.TextField()
    speaker = models.CharField(max_length=255, null=True)
    speaker_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    after_presenter_left = models.BooleanField(default=False)
    owner = models.CharField(max_length=255, blank=True)
    due = models.CharField(max_length=255, blank=True)
    restricted = models.BooleanField(default=False)
    restricted_reason = models.CharField(max_length=255, blank=True)
    parent_key = models.UUIDField(null=True)
    paragraph = models.CharField(max_length=12, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [one_of("change", Change, name="entry_version_change_known")]
        indexes = [
            models.Index(fields=["item", "id"], name="line_changes_of_item"),
            models.Index(fields=["key", "id"], name="history_of_line"),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"


class LineOp(models.Model):
    """What a page asked to have done to a line, and what came of it: it is done once."""

    op = models.UUIDField(primary_key=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=8)
    key = models.UUIDField(null=True)  # of the line
    version = models.PositiveIntegerField(null=True)  # that the line had afterwards
    sentence = models.TextField(blank=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.op}: {self.outcome}"


class Whereabouts(models.Model):
    """In which line of a meeting's minutes a writer was seen last. Nothing of it is on record."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+")
    line = models.UUIDField(null=True)
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "whereabouts"
        constraints = [
            models.UniqueConstraint(fields=["person", "meeting"], name="whereabouts_one_place")
        ]

    def __str__(self):
        return f"{self.person} in {self.item}"


class Phrase(models.Model):
    """Words the secretary writes often, and the abbreviation that stands for them."""

    abbreviation = models.CharField(max_length=20)
    text = models.TextField()

    class Meta:
        ordering = ["abbreviation"]
        constraints = [
            models.UniqueConstraint(Lower("abbreviation"), name="phrase_abbreviation_once"),
            models.CheckConstraint(condition=~Q(text=""), name="phrase_says_something"),
        ]

    def __str__(self):
        return self.abbreviation
