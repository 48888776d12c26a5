"""The new columns of versions of the minutes rebuilt their table on SQLite: the rules again."""

from django.db import migrations

from committee.triggers import lift, refuse

RULES = {
    "published_minutes_are_never_changed": "UPDATE",
    "published_minutes_are_never_deleted": "DELETE",
}


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_votes_keep_their_result")]

    operations = [
        *(lift(name) for name in RULES),
        *(
            refuse(name, table="meetings_minutesversion", on=on, when="OLD.state = 'published'")
            for name, on in RULES.items()
        ),
    ]
