from django.db import migrations

from committee.triggers import refuse


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_published_minutes_stay_as_they_are")]

    operations = [
        refuse("interest_is_never_deleted", table="meetings_interest", on="DELETE"),
        refuse(
            "interest_withdrawn_is_never_changed",
            table="meetings_interest",
            on="UPDATE",
            when="OLD.withdrawn_at IS NOT NULL",
        ),
    ]
