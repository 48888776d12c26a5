"""Count a closed vote again from the record, by code that shares nothing with ours."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from meetings.evidence import evidence_of
from meetings.models import Vote
from tools.verify_result import NUMBERS, differences, recount


class Command(BaseCommand):
    help = "Counts a closed vote again from the record and says whether its result agrees."

    def add_arguments(self, parser):
        parser.add_argument(
            "vote", help="its number, as in the address of its page, or meeting/number"
        )
        parser.add_argument("--export", metavar="FILE", help="write the record of the vote there")

    def handle(self, *args, **options):
        vote = _found(options["vote"])
        if vote.count is None:
            raise CommandError(f"The vote is {vote.get_state_display().lower()}: it has no result.")
        if vote.roll is None:
            raise CommandError("The vote was counted before its roll was kept: nothing to compare.")
        record = evidence_of(vote)
        if options["export"]:
            Path(options["export"]).write_text(json.dumps(record, indent=1, ensure_ascii=False))
        self._tell(vote, record)

    def _tell(self, vote, record):
        found, said = recount(record), differences(record)
        self.stdout.write(f"Vote {vote.pk}, {vote}")
        for name in NUMBERS:
            again = found["numbers"][name]
            if again is not None or record["result"][name] is not None:
                label = name.replace("_", " ")
                self.stdout.write(
                    f"  {label:<10} {record['result'][name]} on record, {again} again"
                )
        self.stdout.write(f"  {'count':<10} {record['result']['count']}, {found['count']} again")
        if said:
            raise CommandError("The result DIFFERS:\n  " + "\n  ".join(said))
        self.stdout.write(self.style.SUCCESS("The result agrees."))


def _found(name: str) -> Vote:
    """The vote by its number, or by the last two parts of the address of its page."""
    slug, _, number = name.strip("/").rpartition("/")
    slug = slug.removesuffix("/votes").rpartition("/")[2]
    votes = Vote.objects.select_related("meeting", "item", "terms", "decision__outcome", "casting")
    votes = votes.filter(meeting__slug=slug) if slug else votes
    vote = votes.filter(pk=int(number)).first() if number.isdecimal() else None
    if vote is None:
        raise CommandError(f"There is no vote {name}.")
    return vote
