from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import models
from django.db.models import Q

LEASE = timedelta(minutes=5)


class MailQuerySet(models.QuerySet):
    def waiting(self, *, now):
        """Mail that is not sent, is in nobody's hands, and whose enclosure (if any) is ready."""
        free = Q(claimed_at=None) | Q(claimed_at__lt=now - LEASE)
        return self.filter(free, Q(enclosure=None) | Q(enclosure__state="ready"), sent_at=None)

    def claim(self, pk, *, now):
        """Take mail ``pk`` for sending, or None: it is sent, in other hands, or not complete."""
        if self.waiting(now=now).filter(pk=pk).update(claimed_at=now):
            return self.select_related("enclosure").get(pk=pk)
        return None


class Mail(models.Model):
    """One message to one address: an outbox row, written in the transaction that caused it."""

    key = models.CharField(max_length=128, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=255)
    body = models.TextField()
    enclosure = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, blank=True, related_name="mails"
    )
    written_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        verbose_name_plural = "mail"

    def __str__(self):
        return self.key

    def as_email(self) -> EmailMessage:
        """The message; its Message-ID is made of the key, so that a second copy is recognisable."""
        headers = {"Message-ID": f"<{self.key}@committee>"}
        return EmailMessage(self.subject, self.body, to=[self.to], headers=headers)
