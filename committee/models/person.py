"""People, and the appointments by which they hold a role for a while."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from committee.constraints import one_of
from committee.models.organisation import AnswersFor


class Role(models.TextChoices):
    """What a person is to the committee. Chair, vice chair and members vote."""

    CHAIR = "chair", "Chair"
    VICE_CHAIR = "vice_chair", "Vice Chair"
    MEMBER = "member", "Member"
    ADVISER = "adviser", "Adviser"
    SECRETARIAT = "secretariat", "Secretariat"
    PRESENTER = "presenter", "Presenter"  # the Lab, NDAS and other submitting bodies
    OFFICE = "office", "Office of the PCC or Chief Constable"


class Rhythm(models.TextChoices):
    """How often somebody is reminded by mail of what is due."""

    DAILY = "daily", "Every day on which something new is due"
    WEEKLY = "weekly", "Once a week"
    NEVER = "never", "Never"


CLOCK = "clock@localhost"  # the address of whoever acts when nobody does
VOTING_ROLES = [Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER]
COMMITTEE_ROLES = [*VOTING_ROLES, Role.ADVISER, Role.SECRETARIAT]  # may read what is not published


class PersonManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def create_user(self, email, name, password=None):
        """A person who can sign in; without ``password`` they set one by the link in their mail."""
        person = self.model(email=email.strip().lower(), name=name)
        person.set_password(password)
        person.save()
        return person

    def clock(self):
        """Who acts when nobody does: scheduled acts have a ``by`` too."""
        return self.get_or_create(
            email=CLOCK,
            defaults={"name": "The system", "is_active": False, "password": "!"},
        )[0]

    def holding(self, *roles, on=None):
        """People whose appointment to one of ``roles`` covers the day ``on`` (today)."""
        current = Appointment.objects.current(on).filter(role__in=roles)
        return self.filter(pk__in=current.values("person"))


class Person(AbstractBaseUser):
    """Anybody the committee knows by name; those with an address and a password sign in."""

    name = models.CharField(max_length=120)
    initials = models.CharField(max_length=8, blank=True)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    reminders = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.DAILY)
    invited_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [one_of("reminders", Rhythm, name="person_reminders_known")]

    def __str__(self):
        return self.name

    def holds(self, *roles, on: dt.date | None = None) -> bool:
        """Whether an appointment to one of ``roles`` covers the day ``on`` (today).

        Today's answer is asked many times for one page, so it is kept on the instance.
        """
        if on is not None:
            return self.appointments.current(on).filter(role__in=roles).exists()
        return not set(roles).isdisjoint(self.roles_today)

    @property
    def roles_today(self) -> set[str]:
        if not self.is_active:
            return set()
        if not hasattr(self, "_roles_today"):
            self._roles_today = set(self.appointments.current().values_list("role", flat=True))
        return self._roles_today

    @property
    def is_clock(self) -> bool:
        """Whether this is the system itself: imports and scheduled acts."""
        return self.email == CLOCK

    @property
    def is_secretariat(self) -> bool:
        return self.holds(Role.SECRETARIAT)

    @property
    def is_voting_member(self) -> bool:
        return self.holds(*VOTING_ROLES)

    @property
    def sits_with_committee(self) -> bool:
        """Whether they may read what the committee has not published."""
        return self.holds(*COMMITTEE_ROLES)


class AppointmentQuerySet(models.QuerySet):
    def current(self, on=None):
        """Appointments that cover the day ``on`` (today)."""
        on = on or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def bodies_presented(self, on=None):
        """The bodies for which they submit papers: presenters do, people of an office do not."""
        return self.current(on).filter(role=Role.PRESENTER).values("organisation")

    def answered_for(self, on=None) -> set[str]:
        """For whom they answer in the offices they sit in: the PCC, the force, or both."""
        held = self.current(on).filter(role=Role.OFFICE)
        found = set(held.values_list("organisation__answers_for", flat=True))
        return found if found <= set(AnswersFor.values) else set(AnswersFor.values)

    def voting(self):
        return self.filter(role__in=VOTING_ROLES)


class Appointment(models.Model):
    """A role held by one person from one day to another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=16, choices=Role)
    organisation = models.ForeignKey(
        "committee.Organisation", models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    post = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [
            one_of("role", Role, name="appointment_role_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "starts_on"], name="appointment_made_once"
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.PRESENTER) | Q(organisation__isnull=False),
                name="presenter_belongs_to_an_organisation",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_role_display()} from {self.starts_on}"
