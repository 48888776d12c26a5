from django.db import migrations

from committee.triggers import refuse

VOTE_OF = "(SELECT state FROM meetings_vote WHERE id = {row}.vote_id) <> 'open'"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [
        refuse(
            "ballot_only_in_an_open_vote",
            table="meetings_ballot",
            on="INSERT",
            when=VOTE_OF.format(row="NEW"),
        ),
        refuse(
            "ballot_fixed_when_the_vote_closes",
            table="meetings_ballot",
            on="UPDATE",
            when=VOTE_OF.format(row="OLD"),
        ),
        refuse(
            "ballot_kept_when_the_vote_closes",
            table="meetings_ballot",
            on="DELETE",
            when=VOTE_OF.format(row="OLD"),
        ),
        refuse(
            "vote_count_is_never_changed",
            table="meetings_vote",
            on="UPDATE",
            when="OLD.state <> 'open' AND NOT (NEW.count = OLD.count)",
        ),
        refuse(
            "published_minutes_are_never_changed",
            table="meetings_minutesversion",
            on="UPDATE",
            when="OLD.state = 'published'",
        ),
        refuse(
            "published_minutes_are_never_deleted",
            table="meetings_minutesversion",
            on="DELETE",
            when="OLD.state = 'published'",
        ),
    ]
