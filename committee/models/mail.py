import re
from datetime import timedelta
from email.mime.text import MIMEText
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from committee.storage import open_stored

LEASE = timedelta(minutes=5)  # longer than any conversation with a mail server
LONGEST_PAUSE = 6 * 60  # minutes between two attempts
METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
KEY = re.compile(r"\S*/set-password/\S+")  # who reads this link can become its addressee


class MailQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The outbox is the secretariat's."""
        if person.is_authenticated and person.is_secretariat:
            return self
        return self.none()

    def waiting(self, *, now):
        """Mail that is not sent, is in nobody's hands, and whose enclosure (if any) is ready."""
        free = Q(held_until=None) | Q(held_until__lt=now)
        return self.filter(free, Q(enclosure=None) | Q(enclosure__state="ready"), sent_at=None)

    def claim(self, pk, *, now):
        """Take mail ``pk`` for sending, or None: it is sent, in other hands, or not complete."""
        until = now + LEASE
        attempts = models.F("attempts") + 1
        if self.waiting(now=now).filter(pk=pk).update(held_until=until, attempts=attempts):
            return self.select_related("enclosure").get(pk=pk)
        return None

    def mark_sent(self, mail, *, now):
        """Note that ``mail`` is sent. A link that sets a password is not kept any longer."""
        body = KEY.sub("(a link, not kept)", mail.body)
        unsent = self.filter(pk=mail.pk, sent_at=None)
        unsent.update(sent_at=now, held_until=None, failure="", body=body)

    def put_off(self, mail, *, now, reason):
        """Try ``mail`` again later: after 2 minutes, then 4, 8 … at most every six hours."""
        pause = timedelta(minutes=min(2**mail.attempts, LONGEST_PAUSE))
        self.filter(pk=mail.pk, sent_at=None).update(held_until=now + pause, failure=reason[:500])


class Mail(models.Model):
    """One message to one address: an outbox row, written in the transaction that caused it."""

    key = models.CharField(max_length=128, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=255)
    body = models.TextField()
    enclosure = models.ForeignKey(
        "committee.Document", models.PROTECT, null=True, blank=True, related_name="mails"
    )
    calendar = models.TextField(blank=True)  # a calendar file (.ics) that goes with it
    written_at = models.DateTimeField(auto_now_add=True)
    held_until = models.DateTimeField(null=True, editable=False)  # being sent, or put off
    sent_at = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=500, blank=True)  # of the last attempt

    objects = MailQuerySet.as_manager()
    UNSENT_FIRST = [models.F("sent_at").desc(nulls_first=True), "-written_at", "-pk"]

    class Meta:
        ordering = ["written_at", "pk"]
        verbose_name_plural = "mail"

    def __str__(self):
        return self.key

    def as_email(self) -> EmailMessage:
        """The message, enclosure and all.

        Its Message-ID is made of the key: where a crash between the mail server's yes and our
        note of it makes us send twice, the second copy is recognisably the same message.
        """
        host = urlsplit(settings.SITE_URL).hostname
        email = EmailMessage(
            " ".join(self.subject.split()),
            self.body,
            to=[self.to],
            headers={"Message-ID": f"<{slugify(self.key)}-{self.pk}@{host}>"},
        )
        if self.enclosure_id:
            with open_stored(self.enclosure.sha256) as file:
                email.attach(self.enclosure.file_name, file.read(), "application/pdf")
        if self.calendar:
            email.attach(self._calendar_file())
        return email

    def _calendar_file(self) -> MIMEText:
        """The calendar file, its method said in the header too: some calendars look only there."""
        file = MIMEText(self.calendar, "calendar", "utf-8")
        if found := METHOD.search(self.calendar):
            file.set_param("method", found[1])
        file.add_header("Content-Disposition", "attachment", filename="meeting.ics")
        return file
