"""A file that a worker makes: the row is the truth, whoever works on it holds it for a while."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.constraints import has_once, one_of, together
from committee.states import DocumentState

LEASE = timedelta(seconds=10)  # renewed every two seconds while the file is being made


class SlowWorkQuerySet(models.QuerySet):
    def waiting(self, *, now):
        """What nobody is making: ordered, or left by a worker that died."""
        return self.filter(
            Q(state=DocumentState.QUEUED) | Q(state=DocumentState.RENDERING, lease_until__lt=now)
        )

    def claim(self, pk, *, now):
        """Take row ``pk`` for making under a new token, or None: it is in other hands."""
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

    def held(self, work):
        """``work`` as long as the worker that claimed it still holds it."""
        return self.filter(pk=work.pk, state=DocumentState.RENDERING, token=work.token).exclude(
            token=None
        )

    def renew(self, work, *, now, **done):
        """Hold ``work`` for longer; False where another worker took it over meanwhile."""
        return bool(self.held(work).update(lease_until=now + LEASE, **done))

    def release(self, work):
        """Give ``work`` back unmade."""
        return bool(
            self.held(work).update(state=DocumentState.QUEUED, token=None, lease_until=None)
        )


class SlowWork(models.Model):
    """A row for which a worker makes one file, stored by its SHA-256 and never rewritten.

    The row is the truth and the message broker only carries hints, so that work is done even
    if the broker loses everything. Whoever works holds ``token`` and ``lease_until``: a worker
    that was killed loses its lease, one that lost its lease cannot finish.
    """

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
    ready_at = models.DateTimeField(null=True, editable=False)
    failure = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["-ordered_at"]

    @property
    def is_ready(self) -> bool:
        return self.state == DocumentState.READY

    @property
    def is_on_its_way(self) -> bool:
        return self.state in {DocumentState.QUEUED, DocumentState.RENDERING}


def slow_work_constraints(prefix: str) -> list:
    """The rules every such row keeps; ``prefix`` makes their names unique per table."""
    return [
        one_of("state", DocumentState, name=f"{prefix}_state_known"),
        together("token", "lease_until", name=f"{prefix}_lease_has_a_token"),
        together("sha256", "size", "ready_at", name=f"{prefix}_file_is_whole"),
        has_once([DocumentState.READY], "sha256", name=f"{prefix}_ready_has_its_file"),
        models.CheckConstraint(
            condition=Q(state=DocumentState.FAILED) | Q(failure=""),
            name=f"{prefix}_failure_only_when_failed",
        ),
    ]
