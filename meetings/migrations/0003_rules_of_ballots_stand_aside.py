from django.db import migrations

from committee.triggers import lift

RULES = [
    "ballot_only_in_an_open_vote",
    "ballot_fixed_when_the_vote_closes",
    "ballot_kept_when_the_vote_closes",
    "vote_count_is_never_changed",
]


class Migration(migrations.Migration):
    """The next migration rebuilds the table of votes; 0004_votes… makes the rules again."""

    dependencies = [("meetings", "0002_nothing_decided_changes")]

    operations = [lift(name) for name in RULES]
