from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.constraints import one_of
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
    record_shape = models.JSONField(default=dict, blank=True)

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
        ]

    def __str__(self):
        return self.name or self.initials or self.role or "Somebody"
