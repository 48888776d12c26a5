from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "What `make demo` does once all is installed: tables, invented people, and the site."
    requires_system_checks = []

    def handle(self, **options):
        call_command("migrate", verbosity=0)
        call_command("load_demo")
        call_command("serve")
