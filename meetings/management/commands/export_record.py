from django.core.management.base import BaseCommand, CommandError

from meetings.models import Meeting
from meetings.records import as_yaml, record_of


class Command(BaseCommand):
    help = "Write the record of one meeting, as YAML, to standard output."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the meeting's address: 2023-02-08, 2019-07, 2020-2")

    def handle(self, *, slug, **options):
        meeting = Meeting.objects.filter(slug=slug).first()
        if meeting is None:
            here = ", ".join(Meeting.objects.values_list("slug", flat=True)[:10])
            raise CommandError(
                f"There is no meeting {slug}. " + (f"There are: {here}" if here else "")
            )
        self.stdout.write(as_yaml(record_of(meeting)), ending="")
