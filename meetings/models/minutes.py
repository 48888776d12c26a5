from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from committee.constraints import has_once, one_of, together
from meetings.models.meeting import Meeting
from meetings.states import MINUTES_MOVES, MinutesState


class MinutesVersionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=MinutesState.PUBLISHED)

    def due(self, *, now):
        """Approved versions whose time to be published has come."""
        return self.filter(state=MinutesState.APPROVED, publish_at__lte=now)

    def readable(self, slug):
        """The versions of the meeting at ``slug``, newest first, as its open page shows them."""
        shown = self.filter(meeting__slug=slug).order_by("-number")
        shown = shown.annotate(facts=models.F("snapshot__meeting"))  # as it was issued
        return shown.select_related("meeting", "document", "approved_by").defer(
            "snapshot", "document__snapshot"
        )

    def listed(self, meeting):
        """The versions of ``meeting``, newest first, without their texts until asked for."""
        without = ["snapshot", "html", "document__snapshot", "draft_document__snapshot"]
        documents = self.select_related(
            "meeting__terms", "document", "draft_document", "approved_by", "scheduled_by"
        )
        return documents.filter(meeting=meeting).order_by("-number").defer(*without)


class MinutesVersion(models.Model):
    """One version of a meeting's minutes. Once published its words never change.

    ``snapshot`` is the public text, redacted when it is taken (meetings/minutes.py), and
    ``html`` that text as the body of the public page: readers get what was approved,
    whatever happens to the rows it was made from.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    change_note = models.TextField(blank=True)  # what a correction changes
    state = models.CharField(max_length=16, choices=MinutesState, default=MinutesState.DRAFTING)
    snapshot = models.JSONField(null=True, editable=False)
    html = models.TextField(blank=True, editable=False)
    draft_document = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, editable=False, related_name="+"
    )
    document = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, editable=False, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    approved_in = models.ForeignKey(  # the meeting that approved them, if one did
        Meeting, models.PROTECT, null=True, editable=False, related_name="minutes_approved"
    )
    suggestions_until = models.DateField(null=True, editable=False)  # the last day for them
    suggestions_ended_at = models.DateTimeField(null=True, editable=False)
    suggestions_ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    publish_at = models.DateTimeField(null=True, editable=False)  # set for then
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = MinutesVersionQuerySet.as_manager()
    moves = MINUTES_MOVES

    class Meta:
        ordering = ["meeting", "-number"]
        verbose_name = "version of the minutes"
        verbose_name_plural = "versions of the minutes"
        constraints = [
            one_of("state", MinutesState, name="minutes_state_known"),
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=~Q(state=MinutesState.PUBLISHED),
                name="minutes_one_unpublished_version_per_meeting",
            ),
            together("issued_at", "issued_by", name="minutes_issued_by_someone_at_some_time"),
            together("approved_at", "approved_by", name="minutes_approved_by_someone"),
            together("published_at", "published_by", name="minutes_published_by_someone"),
            together(
                "suggestions_ended_at",
                "suggestions_ended_by",
                name="minutes_suggestions_ended_by_someone",
            ),
            together("publish_at", "scheduled_by", name="minutes_scheduled_by_someone"),
            models.CheckConstraint(
                condition=Q(publish_at=None)
                | Q(state__in=[MinutesState.APPROVED, MinutesState.PUBLISHED]),
                name="minutes_scheduled_once_approved",
            ),
            has_once(
                [MinutesState.ISSUED, MinutesState.APPROVED, MinutesState.PUBLISHED],
                "snapshot",
                "issued_at",
                name="minutes_issued_with_their_text",
            ),
            has_once(
                [MinutesState.APPROVED, MinutesState.PUBLISHED],
                "approved_at",
                name="minutes_approved_at_some_time",
            ),
            has_once(
                [MinutesState.PUBLISHED], "published_at", name="minutes_published_at_some_time"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(change_note=""),
                name="minutes_correction_says_what_changed",
            ),
        ]

    def __str__(self):
        return f"Minutes of the meeting {self.meeting.on_the}, version {self.number}"

    @property
    def closing_day_has_passed(self) -> bool:
        """Whether a last day for suggestions was set, and is over."""
        return bool(self.suggestions_until and self.suggestions_until < timezone.localdate())

    @property
    def is_published(self) -> bool:
        return self.state == MinutesState.PUBLISHED
