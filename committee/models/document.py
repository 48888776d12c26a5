from datetime import timedelta
from functools import reduce
from operator import or_
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.text import slugify

from committee.constraints import has_once, one_of, together
from committee.states import DOCUMENT_MOVES, DocumentState

LEASE = timedelta(seconds=10)  # renewed every two seconds while the document is being made


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Documents as such are for the committee; others get them where they are published.

        What an app holds back (settings.HELD_BACK) the secretariat alone sees.
        """
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        if person.is_secretariat:
            return self
        held_back = [import_string(name)() for name in settings.HELD_BACK]
        return self.exclude(reduce(or_, held_back, Q()))

    def waiting(self, *, now):
        """Documents that nobody is making: ordered, or left by a worker that died."""
        return self.filter(
            Q(state=DocumentState.QUEUED) | Q(state=DocumentState.RENDERING, lease_until__lt=now)
        )

    def claim(self, pk, *, now):
        """Take document ``pk`` for rendering under a new token, or None: it is in other hands."""
        token = uuid4()
        taken = (
            self.waiting(now=now)
            .filter(pk=pk)
            .update(
                state=DocumentState.RENDERING,
                token=token,
                lease_until=now + LEASE,
                attempts=models.F("attempts") + 1,
            )
        )
        return self.filter(pk=pk, token=token).first() if taken else None

    def held(self, document):
        """``document`` as long as the worker that claimed it still holds it."""
        return self.filter(
            pk=document.pk, state=DocumentState.RENDERING, token=document.token
        ).exclude(token=None)

    def renew(self, document, *, now):
        """Hold ``document`` for longer; False where another worker took it over meanwhile."""
        return bool(self.held(document).update(lease_until=now + LEASE))

    def release(self, document):
        """Give ``document`` back unmade."""
        return bool(
            self.held(document).update(state=DocumentState.QUEUED, token=None, lease_until=None)
        )


class Document(models.Model):
    """A PDF that was ordered: what it says is frozen in ``snapshot`` when it is ordered.

    This row is the truth and the message broker only carries hints, so that a document
    becomes ready exactly once whatever happens to workers and broker. Once ready it is
    never rewritten (the database refuses).
    """

    key = models.CharField(max_length=160, unique=True)
    title = models.CharField(max_length=255)
    template = models.CharField(max_length=120)
    snapshot = models.JSONField()
    state = models.CharField(max_length=16, choices=DocumentState, default=DocumentState.QUEUED)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, editable=False)  # fences off a worker whose lease ran out
    lease_until = models.DateTimeField(null=True, editable=False)
    sha256 = models.CharField(max_length=64, null=True, editable=False)
    size = models.PositiveIntegerField(null=True, editable=False)
    pages = models.PositiveSmallIntegerField(null=True, editable=False)
    ready_at = models.DateTimeField(null=True, editable=False)
    failure = models.CharField(max_length=500, blank=True)

    objects = DocumentQuerySet.as_manager()
    moves = DOCUMENT_MOVES

    class Meta:
        ordering = ["-ordered_at"]
        constraints = [
            one_of("state", DocumentState, name="document_state_known"),
            together("token", "lease_until", name="document_lease_has_a_token"),
            together("sha256", "size", "ready_at", name="document_file_is_whole"),
            has_once([DocumentState.READY], "sha256", name="document_ready_has_its_file"),
            models.CheckConstraint(
                condition=Q(state=DocumentState.FAILED) | Q(failure=""),
                name="document_failure_only_when_failed",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("committee:document", args=[self.pk])

    @property
    def is_ready(self) -> bool:
        return self.state == DocumentState.READY

    @property
    def is_on_its_way(self) -> bool:
        return self.state in {DocumentState.QUEUED, DocumentState.RENDERING}

    @property
    def file_name(self) -> str:
        """What the file is called when it is saved or sent."""
        return f"{slugify(self.title)[:80] or self.pk}.pdf"
