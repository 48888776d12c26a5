"""The demo: a committee with two years of meetings, for whoever wants to look round."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from meetings.demo.cast import PASSWORD, sign_ins
from meetings.demo.telling import tell


class Command(BaseCommand):
    help = "Fill a database that has no meeting with the demo, and print one sign-in per role."

    def handle(self, **options):
        if settings.IS_PUBLIC:
            raise CommandError(
                "The demo’s password is known to everybody, and SITE_URL is an https address: "
                "load the demo on this machine only, or unset SITE_URL."
            )
        if not tell():
            self.stdout.write("The database holds meetings already: nothing was loaded.")
        people = sign_ins()
        if not people:
            return
        self.stdout.write(f"Sign in at {settings.SITE_URL}/sign-in/ as:")
        for role, email in people:
            self.stdout.write(f"  {role:<28} {email:<24} {PASSWORD}")
