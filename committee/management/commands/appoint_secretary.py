"""The first secretary of an empty database; further people are entered on the site."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from committee import actions
from committee.models import Person, Role


class Command(BaseCommand):
    help = "Enter somebody, appoint them to the secretariat, and print the link to their password."

    def add_arguments(self, parser):
        parser.add_argument("email", help="their e-mail address, which is their sign-in name")
        parser.add_argument("name", help='their name in quotes: "Ruth Ellery"')

    def handle(self, *, email, name, **options):
        clock = Person.objects.clock()
        person = Person.objects.filter(email__iexact=email).first()
        if person is None:
            person = actions.add_person(name=name, email=email, by=clock)
        if not person.is_secretariat:
            today = timezone.localdate()
            actions.appoint(person, role=Role.SECRETARIAT, starts_on=today, by=clock)
        mail = actions.invite_person(person, by=clock)
        link = next(line for line in mail.body.splitlines() if "://" in line)
        self.stdout.write(f"{person.name} is secretary. They choose a password here, once:\n{link}")
