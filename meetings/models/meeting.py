"""A meeting of the committee, and the papers put to it."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from committee.constraints import one_of
from meetings.states import MEETING_MOVES, ItemState, MeetingState
from proposals.models import Decision, Paper
from proposals.states import PaperState


class Precision(models.TextChoices):
    """How much of the date is known; ``on`` then holds its first day."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    YEAR = "year", "Year"
    UNKNOWN = "unknown", "Unknown"


class DateBasis(models.TextChoices):
    STATED = "stated", "Stated in the source"
    INFERRED = "inferred", "Inferred from other sources"


class MeetingQuerySet(models.QuerySet):
    def announced(self):
        """Meetings whose date the public may know."""
        return self.filter(
            state__in=[MeetingState.CALLED, MeetingState.UNDER_WAY, MeetingState.CLOSED]
        )

    def open_to_all(self):
        """Announced meetings, and those cancelled after they were announced."""
        cancelled = Q(state=MeetingState.CANCELLED, called_at__isnull=False)
        return self.filter(cancelled | Q(pk__in=self.announced().values("pk")))

    def told_to_committee(self):
        """Meetings that were called: not those still planned, nor plans that were given up."""
        given_up = Q(state=MeetingState.CANCELLED, called_at=None)
        return self.exclude(Q(state=MeetingState.PLANNED) | given_up)

    def visible_to(self, person):
        """The secretariat sees all, the committee what is called, others what is announced."""
        if person.is_authenticated and person.is_secretariat:
            return self
        if person.is_authenticated and person.sits_with_committee:
            return self.told_to_committee()
        return self.announced()

    def upcoming(self, *, today: dt.date):
        return self.filter(on__gte=today).exclude(
            state__in=[MeetingState.CANCELLED, MeetingState.CLOSED]
        )


class Meeting(models.Model):
    """One meeting. Printed times have no date of their own: they are local, Europe/London."""

    slug = models.SlugField(max_length=24, unique=True)
    title = models.CharField(max_length=500, null=True, blank=True)  # as printed
    committee_name = models.CharField(max_length=255, null=True, blank=True)  # as printed
    source = models.CharField(max_length=255, null=True, blank=True)  # file it was taken from
    on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.DAY)
    date_basis = models.CharField(
        max_length=8, choices=DateBasis, default=DateBasis.STATED, null=True, blank=True
    )
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=500, null=True, blank=True)
    chair_name = models.CharField(max_length=255, null=True, blank=True)  # who chaired on the day
    chaired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    terms = models.ForeignKey(
        "committee.TermsOfReference", models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    state = models.CharField(max_length=16, choices=MeetingState, default=MeetingState.PLANNED)
    called_at = models.DateTimeField(null=True, editable=False)
    started_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    agenda_document = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, editable=False, related_name="+"
    )
    record_sha256 = models.CharField(max_length=64, null=True, unique=True, editable=False)
    record_shape = models.JSONField(default=dict, blank=True)

    objects = MeetingQuerySet.as_manager()
    moves = MEETING_MOVES
    reader = None  # for whom a page found it (views/found.py): what is in it is found for them

    class Meta:
        ordering = [models.F("on").desc(nulls_last=True), "-slug"]
        constraints = [
            one_of("state", MeetingState, name="meeting_state_known"),
            one_of("precision", Precision, name="meeting_precision_known"),
            one_of("date_basis", DateBasis, name="meeting_date_basis_known"),
            models.CheckConstraint(
                condition=Q(precision=Precision.UNKNOWN, on=None)
                | (~Q(precision=Precision.UNKNOWN) & Q(on__isnull=False)),
                name="meeting_date_is_known_to_its_precision",
            ),
        ]

    def __str__(self):
        return f"Meeting of {self.date_text}"

    def get_absolute_url(self):
        return reverse("meetings:meeting", args=[self.slug])

    @property
    def date_text(self) -> str:
        """The date as precisely as it is known: 8 February 2023, July 2019, 2020."""
        match self.precision:
            case Precision.DAY:
                return f"{self.on.day} {self.on:%B %Y}"
            case Precision.MONTH:
                return f"{self.on:%B %Y}"
            case Precision.YEAR:
                return f"{self.on:%Y}"
        return "an unknown date"

    @property
    def on_the(self) -> str:
        """The date after the word meeting: on 8 February 2023, in July 2019, of unknown date."""
        if self.precision == Precision.UNKNOWN:
            return "of unknown date"
        return f"{'on' if self.precision == Precision.DAY else 'in'} {self.date_text}"

    @property
    def is_closed(self) -> bool:
        return self.state == MeetingState.CLOSED

    def item_on(self):
        """The item the room is at, or None."""
        return self.items.filter(state=ItemState.UNDER_WAY).first()

    def undecided_papers(self):
        """Papers put to this meeting on which nothing is decided, not even that it was deferred."""
        papers = Paper.objects.filter(
            Q(meeting_papers__meeting=self) | Q(item_papers__item__meeting=self)
        )
        here = Q(vote__meeting=self) | Q(advice__given__meeting=self)
        alone = Q(vote=None, advice=None) & (Q(made_on=None) | Q(made_on=self.on))
        decided = Decision.objects.filter(here | alone).values("papers")
        open_still = papers.exclude(pk__in=decided).exclude(state=PaperState.WITHDRAWN)
        return open_still.distinct()


class MeetingPaper(models.Model):
    """A paper put to a meeting; ``key`` is what the meeting's record calls it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="meeting_papers")
    paper = models.ForeignKey("proposals.Paper", models.PROTECT, related_name="meeting_papers")
    key = models.SlugField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    record_shape = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "paper"], name="paper_once_per_meeting"),
            models.UniqueConstraint(fields=["meeting", "key"], name="paper_key_once_per_meeting"),
        ]

    def __str__(self):
        return f"{self.paper} at {self.meeting}"
