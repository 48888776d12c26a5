from django.core.management.base import BaseCommand, CommandError

from committee.audit import first_bad_event
from committee.models import Event


class Command(BaseCommand):
    help = (
        "Check the record of acts from its first event to its last. Keep the last line it prints "
        "in another place: given back with --seen, it shows a record that was cut or written anew."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seen", metavar="NUMBER:HASH", help="an event as it was printed once")

    def handle(self, *, seen, **options):
        if bad := first_bad_event():
            raise CommandError("Event {}: {}.".format(*bad))
        if seen:
            self.compare(seen)
        last = Event.objects.order_by("-number").values_list("number", "hash").first()
        number, anchor = last or (0, "")
        self.stdout.write(f"{number} events: the chain holds.")
        if last:
            self.stdout.write(f"{number}:{anchor}")

    def compare(self, seen):
        number, _, anchor = seen.strip().partition(":")
        if not number.isdecimal():
            raise CommandError("--seen takes what this command printed: NUMBER:HASH.")
        event = Event.objects.filter(number=number).first()
        if event is None:
            raise CommandError(
                f"Event {number}: it was seen once and is gone: the end was cut off."
            )
        if event.hash != anchor:
            raise CommandError(f"Event {number}: it was seen once with another hash: rewritten.")
