from django.core.checks import register
from django.core.checks.registry import registry
from django.core.management.commands.check import Command as Check

from committee import stored_files


class Command(Check):
    help = f"{Check.help} And read every stored file: whether its bytes, row and hash agree."

    def handle(self, *app_labels, **options):
        def read_files(app_configs, **kwargs):
            found = stored_files.look()
            self.stdout.write(found.in_words)
            return found.messages

        asked = options["tags"] or []
        everything = not (asked or app_labels or options["deploy"])
        if everything or stored_files.TAG in asked or options["list_tags"]:
            register(read_files, stored_files.TAG)  # here: no other command is to wait for it
        try:
            super().handle(*app_labels, **options)
        finally:
            registry.registered_checks.discard(read_files)
