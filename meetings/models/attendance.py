from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.constraints import one_of
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class Presence(models.TextChoices):
    PRESENT = "present", "Present"
    IN_ATTENDANCE = "in_attendance", "In attendance"  # named as attending an item
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent"


class Capacity(models.TextChoices):
    """The class under which minutes list a person."""

    MEMBER = "member", "Members"
    ADVISER = "adviser", "Advisers"
    OFFICER = "officer", "Presenters and officers"
    SECRETARIAT = "secretariat", "Secretariat"
    GUEST = "guest", "Guests"


THERE = [Presence.PRESENT, Presence.IN_ATTENDANCE]


class AttendanceQuerySet(models.QuerySet):
    def here(self):
        """Those in the room, or on the line: who came and has not left."""
        return self.filter(presence__in=THERE, left_at=None)

    def voting(self):
        """Those of them who may vote; who only attends an item does not."""
        return self.here().filter(is_voting=True, presence=Presence.PRESENT)


class Attendance(models.Model):
    """One person at one meeting, as minuted: the words stay when post or body change later.

    ``is_voting`` is fixed when attendance is marked, from the appointment on the day.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    position = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=255, null=True, blank=True)
    initials = models.CharField(max_length=16, null=True, blank=True)
    rank = models.CharField(max_length=80, null=True, blank=True)
    role = models.CharField(max_length=255, null=True, blank=True)
    organisation = models.CharField(max_length=255, null=True, blank=True)
    capacity = models.CharField(max_length=16, choices=Capacity)
    presence = models.CharField(max_length=16, choices=Presence)
    is_voting = models.BooleanField(default=False)
    joined_remotely = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True, blank=True)  # and has not come back since
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="guests")  # "for item 3"
    substitute_for = models.ForeignKey(  # printed "for X"; a substitute never votes
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    record_shape = models.JSONField(default=dict, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            one_of("presence", Presence, name="attendance_presence_known"),
            one_of("capacity", Capacity, name="attendance_capacity_known"),
            models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(is_voting=False) | Q(capacity=Capacity.MEMBER, person__isnull=False),
                name="only_members_known_by_name_vote",
            ),
            models.CheckConstraint(
                condition=Q(substitute_for=None) | Q(is_voting=False),
                name="substitutes_never_vote",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(presence__in=THERE),
                name="only_who_was_there_left",
            ),
        ]

    def __str__(self):
        return self.name or self.initials or self.role or "Somebody"

    @property
    def only_for(self) -> str:
        """The items they come for, as printed: for item 3, for items 3 and 5; or ""."""
        names = [item.number or f"“{item}”" for item in self.items.all()]
        if not names:
            return ""
        *first, last = names
        return f"for items {', '.join(first)} and {last}" if first else f"for item {last}"

    @property
    def was_there(self) -> bool:
        """Whether they came, be it that they have left since."""
        return self.presence in THERE

    @property
    def is_here(self) -> bool:
        """Whether they are in the room, or on the line."""
        return self.was_there and self.left_at is None


class Going(models.TextChoices):
    ARRIVED = "arrived", "Arrived"
    LEFT = "left", "Left"


class Movement(models.Model):
    """Somebody came or went while the meeting was under way, and what was on then.

    Who was there when the first item began has no row: they did not come late.
    """

    attendance = models.ForeignKey(Attendance, models.CASCADE, related_name="movements")
    kind = models.CharField(max_length=8, choices=Going)
    at = models.DateTimeField()
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="movements"
    )
    joined_remotely = models.BooleanField(default=False)
    before = models.CharField(  # as what they were marked when they first came
        max_length=16, choices=Presence, default=Presence.ABSENT
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            one_of("kind", Going, name="movement_kind_known"),
            one_of("before", Presence, name="movement_before_known"),
        ]

    def __str__(self):
        return f"{self.attendance} {self.get_kind_display().lower()}"


class QuorumChange(models.Model):
    """From when on the meeting was quorate, or was not; the first row says how it began."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="quorum_changes")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    is_quorate = models.BooleanField()
    present = models.PositiveSmallIntegerField()  # who may vote on the item
    needed = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_quorate=True, present__gte=models.F("needed"))
                | Q(is_quorate=False, present__lt=models.F("needed")),
                name="quorate_means_enough_are_present",
            )
        ]

    def __str__(self):
        return f"{self.meeting}: {'quorate' if self.is_quorate else 'not quorate'}"
