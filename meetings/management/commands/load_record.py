from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from committee.models import Person
from committee.refusals import Refused
from meetings.actions import load_record
from meetings.models import Entry, Meeting
from meetings.publication import publish_first_version
from meetings.records import RecordRefused, parse
from proposals.models import ProposalMatch


class Command(BaseCommand):
    help = "Put a meeting on record from its record file (docs/records.md), whole or not at all."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the record, YAML or JSON")
        parser.add_argument("--publish", action="store_true", help="also publish its minutes")
        parser.add_argument("--by", metavar="EMAIL", help="who does it; if not said, the system")

    def handle(self, *, file, publish, by, **options):
        record, person = _record_in(file), _person(by)
        try:
            meeting = load_record(record, by=person)
            self._say_what_is_here(meeting)
            if publish:
                publish_first_version(meeting, by=person)
                address = settings.SITE_URL + meeting.get_absolute_url()
                self.stdout.write(f"{meeting.slug}: its minutes are published at {address}")
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _say_what_is_here(self, meeting):
        if not meeting.is_new:
            self.stdout.write(f"{meeting.slug}: this meeting is on record already, word for word.")
            return
        self.stdout.write(
            f"{meeting.slug}: the meeting {meeting.on_the} is on record: {_count(meeting)}."
        )
        for other in _of_the_same_source(meeting):
            self.stdout.write(
                f"{meeting.slug}: {other.slug} was taken from the same source and is another "
                "meeting now. If this was meant to correct it, correct its minutes there."
            )
        doubts = ProposalMatch.objects.open().filter(paper__meeting_papers__meeting=meeting)
        if doubts.exists():
            page = settings.SITE_URL + reverse("proposals:matches")
            self.stdout.write(f"{meeting.slug}: papers that may belong to other proposals: {page}")


def _record_in(file: Path):
    try:
        return parse(file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except RecordRefused as refused:
        raise CommandError(f"{file} is not loaded:\n{refused}") from refused


def _person(email: str | None) -> Person:
    if email is None:
        return Person.objects.clock()
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody signs in as {email}.")
    return person


def _of_the_same_source(meeting):
    same = Meeting.objects.filter(source=meeting.source, on=meeting.on)
    return same.exclude(pk=meeting.pk).exclude(source=None)


def _count(meeting) -> str:
    counts = {
        "people": meeting.attendances,
        "papers": meeting.meeting_papers,
        "items": meeting.items,
        "lines": Entry.objects.filter(item__meeting=meeting),
        "advice": meeting.advice_given,
        "actions": meeting.actions,
    }
    return ", ".join(f"{what} {rows.count()}" for what, rows in counts.items())
